import { phone } from '../db/database.ts'
import { commitChange, type Change } from '../db/records.ts'
import type { CollectionName, RecordData, Row } from '../db/types.ts'
import { NotSaved } from '../errors.ts'
import { syncSoon } from '../sync/soon.ts'

const WORDS: Record<string, string> = {
  QuotaExceededError:
    'This phone has no room left, so this is not saved yet. It is still here on the screen.',
  VersionError: 'A newer Thaw is open elsewhere, so this is not saved yet. Reload to go on.',
}
const OTHERWISE =
  'This could not be saved just now. It is still here on the screen; you could try again.'

/** Resolves after the commit, then lets sync know. */
export async function commit<D extends RecordData>(change: Omit<Change, 'op_id'>): Promise<Row<D>> {
  const row = await kept(() => commitChange(phone, { ...change, op_id: crypto.randomUUID() }))
  syncSoon()
  return row as Row<D>
}

/** What could not be kept becomes a sentence for the person. */
export async function kept<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const words = error instanceof DOMException ? WORDS[error.name] : undefined
    throw new NotSaved(words ?? OTHERWISE, { cause: error })
  }
}

/** Changed fields over what there is; null or undefined removes a field. */
export function changed(
  collection: CollectionName,
  changes: RecordData,
): (current: RecordData | undefined) => RecordData {
  return (current) => {
    if (!current) throw new NotSaved(`This is no longer in ${collection}.`)
    return compact({ ...current, ...changes })
  }
}

/** Absent means absent: a field without an answer is left out, never 0 and never null. */
export function compact(fields: RecordData): RecordData {
  const answered = Object.entries(fields).filter(
    ([, value]) => value !== undefined && value !== null,
  )
  return Object.fromEntries(answered.map(([name, value]) => [name, canonical(name, value)]))
}

/** Instants in whole seconds: the server spells fractions its own way, and that would look like an edit. */
function canonical(name: string, value: unknown): unknown {
  if (!name.endsWith('_at') || typeof value !== 'string') return value
  return new Date(value).toISOString().replace(/\.\d+Z$/, 'Z')
}
