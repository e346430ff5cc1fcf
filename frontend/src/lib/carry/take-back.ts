import type { Database } from '../db/database.ts'
import type { ImportedBatch } from '../db/meta-types.ts'
import { metaIn } from '../db/meta.ts'
import type { PrivateRow, Signal } from '../db/private-types.ts'
import { changeIn } from '../db/records.ts'
import { COLLECTIONS, type WriteTransaction } from '../db/schema.ts'
import type { CollectionName, StoredRow } from '../db/types.ts'
import { packed } from './blobs.ts'
import { STORES } from './bring.ts'
import { canonical, printOf } from './canonical.ts'
import { carried } from './collect.ts'
import { batches, forgetAllBatches } from './ledger.ts'

type Made = ImportedBatch['made'][number]

export interface TakenBack {
  removed: number
  /** Changed since, or used by something that stays: these are the person's own by now. */
  left: number
}

/** Deletes what the last import made and nobody touched since. Broken off in the middle, it can be done again. */
export async function takeBack(
  database: Database,
  now: Date,
  tell: (rows: number) => void,
  size: number,
): Promise<TakenBack> {
  const made = (await batches(database, now)).flatMap((batch) => batch.made)
  const result: TakenBack = { removed: 0, left: 0 }
  const touchedNotes = await notesTouched(database, made)
  const records = new Set(made.filter(isRecord).map(([, id]) => id))
  await each(size, made.filter(isRecord), async (go) => {
    const done = await database.write(STORES, (tx) =>
      Promise.all(go.map((one) => removeRecord(tx, one, touchedNotes))),
    )
    count(result, done)
    tell(result.removed)
  })
  // Notes of check-ins went with them.
  await each(
    size,
    made.filter(([store]) => store.startsWith('private/')),
    async (go) => {
      count(result, await removePrivates(database, go, records))
      tell(result.removed)
    },
  )
  count(result, await removeKept(database, made))
  await forgetAllBatches(database)
  return result
}

type Outcome = 'removed' | 'left' | 'gone'

function count(result: TakenBack, outcomes: Outcome[]): void {
  result.removed += outcomes.filter((one) => one === 'removed').length
  result.left += outcomes.filter((one) => one === 'left').length
}

async function each(
  size: number,
  rows: Made[],
  work: (go: Made[]) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += size) await work(rows.slice(at, at + size))
}

function isRecord([store]: Made): boolean {
  return (COLLECTIONS as string[]).includes(store)
}

async function removeRecord(
  tx: WriteTransaction,
  [store, id, print]: Made,
  touchedNotes: Set<string>,
): Promise<Outcome> {
  const collection = store as CollectionName
  const row = await tx.objectStore(collection).get(id)
  if (!row || row.deleted) return 'gone'
  if (touchedNotes.has(id) || printOfRecord(collection, row) !== print) return 'left'
  await changeIn(tx, { op_id: crypto.randomUUID(), collection, id, next: () => null })
  return 'removed'
}

function printOfRecord(collection: CollectionName, row: StoredRow): string {
  return printOf(canonical(carried(collection, row).data))
}

/** Check-ins whose note was written or changed by hand. */
async function notesTouched(database: Database, made: Made[]): Promise<Set<string>> {
  const prints = new Map(made.map(([, id, print]) => [id, print]))
  const notes = await database.read(['private'], (tx) =>
    tx.objectStore('private').index('kind').getAll('note'),
  )
  const touched = notes.filter((row) => prints.get(row.id) !== printOf(canonical(row)))
  return new Set(touched.map((row) => (row.kind === 'note' ? row.record : '')))
}

async function removePrivates(
  database: Database,
  go: Made[],
  records: Set<string>,
): Promise<Outcome[]> {
  const rows = await database.read(['private'], (tx) =>
    Promise.all(go.map(([, id]) => tx.objectStore('private').get(id))),
  )
  const untouched = await Promise.all(
    go.map(async ([, , print], at) => printOf(canonical(await packed(rows[at]))) === print),
  )
  const used = await inUse(database, rows, records)
  const outcomes = rows.map((row, at): Outcome => {
    if (!row) return 'gone'
    return untouched[at] && !used.has(row.id) ? 'removed' : 'left'
  })
  const gone = go.filter((_, at) => outcomes[at] === 'removed')
  await database.write(['private'], (tx) =>
    Promise.all(gone.map(([, id]) => tx.objectStore('private').delete(id))),
  )
  // A note and a word of one's own are parts of a check-in: nobody counts them as things.
  return outcomes.filter((_, at) => !['note', 'own'].includes(rows[at]?.kind ?? ''))
}

/** Words that a check-in or a signal still names, and notes of check-ins of this import that stay. */
async function inUse(
  database: Database,
  rows: (PrivateRow | undefined)[],
  records: Set<string>,
): Promise<Set<string>> {
  const used = new Set<string>()
  const notes = new Map(rows.flatMap((row) => (row?.kind === 'note' ? [[row.record, row.id]] : [])))
  if (notes.size === 0 && !rows.some((row) => row?.kind === 'own')) return used
  await database.read(['check_ins', 'private'], async (tx) => {
    let cursor = await tx.objectStore('check_ins').index('live').openCursor()
    while (cursor) {
      const { id, data } = cursor.value
      for (const slug of slugsIn(data)) used.add(idIn(slug))
      if (records.has(id)) used.add(notes.get(id) ?? '')
      cursor = await cursor.continue()
    }
    const signals = (await tx.objectStore('private').index('kind').getAll('signal')) as Signal[]
    for (const { data } of signals) used.add(idIn(data.word))
  })
  return used
}

function slugsIn({ words = [], around = [] }: Partial<Record<string, unknown>>): string[] {
  return [words, around].flat() as string[]
}

function idIn(slug: string): string {
  return slug.replace(/^own:/, '')
}

async function removeKept(database: Database, made: Made[]): Promise<Outcome[]> {
  return database.write(['meta'], async (tx) => {
    const lists = ['favourites', 'sounds_like_me'] as const
    const slugs = await Promise.all(lists.map((key) => removeSlugs(tx, made, key)))
    return [...slugs.flat(), ...(await removeBreaths(tx, made))]
  })
}

async function removeSlugs(
  tx: WriteTransaction,
  made: Made[],
  key: 'favourites' | 'sounds_like_me',
): Promise<Outcome[]> {
  const gone = new Set(made.filter(([store]) => store === key).map(([, slug]) => slug))
  const mine = (await metaIn(tx, key)) ?? []
  const rest = mine.filter((slug) => !gone.has(slug))
  if (gone.size > 0) await tx.objectStore('meta').put(rest, key)
  return mine.slice(rest.length).map(() => 'removed')
}

async function removeBreaths(tx: WriteTransaction, made: Made[]): Promise<Outcome[]> {
  const brought = made.filter(([store]) => store === 'breaths')
  const prints = new Map(brought.map(([, slug, print]) => [slug, print]))
  const mine = Object.entries((await metaIn(tx, 'breaths')) ?? {})
  const rest = mine.filter(([slug, seconds]) => prints.get(slug) !== printOf(canonical(seconds)))
  if (prints.size > 0) await tx.objectStore('meta').put(Object.fromEntries(rest), 'breaths')
  return mine.slice(rest.length).map(() => 'removed')
}
