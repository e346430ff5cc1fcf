import type { Database } from '../db/database.ts'
import type { ImportedBatch } from '../db/meta-types.ts'
import { metaIn } from '../db/meta.ts'
import type { PrivateRow } from '../db/private-types.ts'
import { changeIn } from '../db/records.ts'
import { COLLECTIONS, type StoreName, type WriteTransaction } from '../db/schema.ts'
import { unpacked } from './blobs.ts'
import { canonical, printOf } from './canonical.ts'
import { carried } from './collect.ts'
import { sameOnPhone, type Compared } from './compare.ts'
import type { IncomingPrivate, IncomingRecord } from './incoming.ts'
import { newBatchKey } from './ledger.ts'

/** So many rows stand or fall together; a save of the person waits no longer than one of these. */
export const BATCH = 250

export const STORES: StoreName[] = [...COLLECTIONS, 'private', 'outbox', 'meta']

type Made = ImportedBatch['made']
type Item = { kind: 'record'; row: IncomingRecord } | { kind: 'private'; row: IncomingPrivate }

export interface Batch {
  file: string
  source: string
  at: string
}

/**
 * Writes what is new: rows with their outbox lines, and beside them what was made, in one transaction a batch. Whatever
 * is here by then is left alone, so a phone that died in the middle goes on where it stopped. Returns how many were made.
 */
export async function bring(
  database: Database,
  { records, privates, kept }: Compared['fresh'],
  batch: Batch,
  tell: (rows: number) => void,
  size: number,
): Promise<number> {
  const items = inOrder(records, privates)
  let made = await bringKept(database, kept, batch)
  for (let at = 0; at < items.length; at += size) {
    const go = items.slice(at, at + size)
    made += await database.write(STORES, async (tx) => {
      const written = await Promise.all(go.map((item) => write(tx, item)))
      return note(
        tx,
        batch,
        written.filter((one) => one !== undefined),
      )
    })
    tell(Math.min(items.length, at + size))
  }
  return made
}

/** Words of one's own come before the check-ins that name them. */
function inOrder(records: IncomingRecord[], privates: IncomingPrivate[]): Item[] {
  const own = privates.filter(({ kind }) => kind === 'own')
  const others = privates.filter(({ kind }) => kind !== 'own')
  return [
    ...own.map((row) => ({ kind: 'private', row }) as const),
    ...records.map((row) => ({ kind: 'record', row }) as const),
    ...others.map((row) => ({ kind: 'private', row }) as const),
  ]
}

async function write(tx: WriteTransaction, item: Item): Promise<Made[number] | undefined> {
  return item.kind === 'record' ? writeRecord(tx, item.row) : writePrivate(tx, item.row)
}

async function writeRecord(tx: WriteTransaction, row: IncomingRecord) {
  const { collection, id } = row
  const here = await tx.objectStore(collection).get(id)
  if (here && !here.deleted) return undefined
  const { data } = carried(collection, row)
  await changeIn(tx, { op_id: crypto.randomUUID(), collection, id, next: () => data })
  return [collection, id, printOf(canonical(data))] as Made[number]
}

async function writePrivate(tx: WriteTransaction, row: IncomingPrivate) {
  if (await sameOnPhone(tx as never, row)) return undefined
  await tx.objectStore('private').put(unpacked(row) as PrivateRow)
  return [`private/${row.kind}`, row.id, printOf(canonical(row))] as Made[number]
}

async function bringKept(
  database: Database,
  kept: Compared['fresh']['kept'],
  batch: Batch,
): Promise<number> {
  const { breaths = {}, ...lists } = kept
  if (Object.keys(kept).length === 0) return 0
  return database.write(['meta'], async (tx) => {
    const made: Made = []
    for (const key of ['favourites', 'sounds_like_me'] as const) {
      const mine = (await metaIn(tx, key)) ?? []
      const more = (lists[key] ?? []).filter((slug) => !mine.includes(slug))
      if (more.length > 0) await tx.objectStore('meta').put([...mine, ...more], key)
      made.push(...more.map((slug) => [key, slug, ''] as Made[number]))
    }
    const mine = (await metaIn(tx, 'breaths')) ?? {}
    await tx.objectStore('meta').put({ ...breaths, ...mine }, 'breaths')
    const more = Object.keys(breaths).filter((slug) => !Object.hasOwn(mine, slug))
    made.push(
      ...more.map((slug) => ['breaths', slug, printOf(canonical(breaths[slug]))] as Made[number]),
    )
    return note(tx, batch, made)
  })
}

async function note(tx: WriteTransaction, batch: Batch, made: Made): Promise<number> {
  if (made.length > 0) await tx.objectStore('meta').put({ ...batch, made }, newBatchKey())
  return made.length
}
