import type { Database } from '../db/database.ts'
import { metaIn } from '../db/meta.ts'
import { COLLECTIONS, type ReadTransaction } from '../db/schema.ts'
import type { Compared } from './compare.ts'
import { KEPT, type Kept } from './document.ts'
import type { IncomingRecord } from './incoming.ts'

/** How many of each: a collection, a kind of the private store, or `kept` for marks and favourites. */
export type Inventory = Record<string, number>

/** Kinds that a person knows as things of their own; a note is part of its check-in. */
const PRIVATE_KINDS = ['note', 'entry', 'own', 'signal', 'making'] as const

/** What a file of this phone would hold. Counts alone are read. */
export async function inventoryOf(database: Database): Promise<Inventory> {
  return database.read([...COLLECTIONS, 'private', 'meta'], async (tx) => {
    const counts: [string, number][] = [['kept', await countKept(tx)]]
    for (const name of COLLECTIONS)
      counts.push([name, await tx.objectStore(name).index('live').count()])
    for (const kind of PRIVATE_KINDS)
      counts.push([kind, await tx.objectStore('private').index('kind').count(kind)])
    return Object.fromEntries(counts.filter(([, count]) => count > 0))
  })
}

async function countKept(tx: ReadTransaction): Promise<number> {
  const values = await Promise.all(KEPT.map((key) => metaIn(tx, key)))
  return values.reduce((sum, value) => sum + Object.keys(value ?? {}).length, 0)
}

export function madeIn({ records, privates, kept }: Compared['fresh']): Inventory {
  const made: Inventory = {}
  for (const { collection } of records) made[collection] = (made[collection] ?? 0) + 1
  for (const { kind } of privates) made[kind] = (made[kind] ?? 0) + 1
  const more = marksIn(kept)
  return more > 0 ? { ...made, kept: more } : made
}

function marksIn(kept: Kept): number {
  return Object.values(kept).reduce((sum, value) => sum + Object.keys(value).length, 0)
}

export function spanOf(records: IncomingRecord[]): [string, string] | undefined {
  const check_ins = records.filter(({ collection }) => collection === 'check_ins')
  let span: [string, string] | undefined
  for (const { data } of check_ins) {
    const at = String(data['occurred_at'])
    const [from, to] = span ?? [at, at]
    span = [at < from ? at : from, at > to ? at : to]
  }
  return span
}
