import type { Database } from '../db/database.ts'
import type { PrivateRow } from '../db/private-types.ts'
import { changeIn, withState } from '../db/records.ts'
import { COLLECTIONS, type StoreName, type WriteTransaction } from '../db/schema.ts'
import type { RecordState, SetAside, StoredRow } from '../db/types.ts'
import { mergeStates, sameState } from './merge.ts'
import { pendingLines } from './outbox.ts'
import { rowIn } from './pages.ts'
import { resend } from './recheck.ts'

const STORES: StoreName[] = [
  ...COLLECTIONS,
  'outbox',
  'acknowledged',
  'set_aside',
  'private',
  'meta',
]

/** A refused change goes into the outbox once more, merged with what the record has become. Both or nothing. */
export async function tryAgain(database: Database, opIds: string[]): Promise<void> {
  await database.write(STORES, async (tx) => {
    for (const opId of opIds) {
      const aside = await tx.objectStore('set_aside').get(opId)
      if (!aside) continue
      await tx.objectStore('set_aside').delete(opId)
      await sendAgain(tx, aside)
    }
  })
}

async function sendAgain(tx: WriteTransaction, aside: SetAside): Promise<void> {
  const { collection, id, before = null } = aside
  const row = (await rowIn(tx, collection, id)) ?? newAt(id, aside)
  const merged = merge(aside, row)
  if ((await pendingLines(tx, collection, id)).length > 0) {
    const next = () => (merged.deleted ? null : merged.data)
    await changeIn(tx, { op_id: crypto.randomUUID(), collection, id, next })
    return
  }
  if (merged.deleted && row.revision === null) return
  const shown = withState(row, merged)
  await tx.objectStore(collection).put(shown)
  await resend(tx, collection, shown, before, merged)
}

/** What was said since is the later word, also on this very phone; of the refused change the rest comes back. */
function merge({ before = null, deleted, data }: SetAside, row: StoredRow): RecordState {
  const now = stateOf(row)
  return now.deleted ? now : mergeStates(before, now, { deleted, data })
}

function newAt(id: string, aside: SetAside): StoredRow {
  return withState({ id, data: {}, revision: null }, stateOf(aside))
}

/** What it takes to bring back a change that was let go. */
export interface LetGo {
  aside: SetAside
  row?: StoredRow
  note?: PrivateRow
}

/**
 * The change is given up, here as well: the record is again what it was before it, and one that was new goes, with its
 * note. Else this phone would show for good what no other ever sees. What was changed since stays as it is.
 */
export async function letGo(database: Database, opId: string): Promise<LetGo | undefined> {
  return database.write(STORES, async (tx) => {
    const aside = await tx.objectStore('set_aside').get(opId)
    if (!aside) return undefined
    await tx.objectStore('set_aside').delete(opId)
    const { collection, id } = aside
    const row = await rowIn(tx, collection, id)
    const moved = (await pendingLines(tx, collection, id)).length > 0
    if (!row || moved || !sameState(stateOf(row), aside)) return { aside }
    return { aside, row, ...(await undo(tx, aside, row)) }
  })
}

async function undo(
  tx: WriteTransaction,
  { collection, id, before }: SetAside,
  row: StoredRow,
): Promise<Pick<LetGo, 'note'>> {
  if (before) await tx.objectStore(collection).put(withState(row, before))
  // Without it nobody knows what was before; what the server has once confirmed stays.
  if (before || row.revision !== null) return {}
  await tx.objectStore(collection).delete(id)
  const note = await tx.objectStore('private').index('record').get(id)
  if (!note) return {}
  await tx.objectStore('private').delete(note.id)
  return { note }
}

export async function bringBack(database: Database, { aside, row, note }: LetGo): Promise<void> {
  await database.write(STORES, async (tx) => {
    await tx.objectStore('set_aside').put(aside)
    if (row) await tx.objectStore(aside.collection).put(row)
    if (note) await tx.objectStore('private').put(note)
  })
}

function stateOf({
  deleted = false,
  data,
}: {
  deleted?: boolean
  data: RecordState['data']
}): RecordState {
  return { deleted, data }
}
