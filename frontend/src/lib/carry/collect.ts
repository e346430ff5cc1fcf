import type { Database } from '../db/database.ts'
import { metaIn } from '../db/meta.ts'
import type { PrivateRow } from '../db/private-types.ts'
import { COLLECTIONS, type ReadTransaction } from '../db/schema.ts'
import type { CollectionName, StoredRow } from '../db/types.ts'
import { READ_ONLY } from '../sync/protocol.ts'
import { packed } from './blobs.ts'
import { canonical } from './canonical.ts'
import { KEPT, type Kept } from './document.ts'

const PAGE = 500

/** Each row as its line of JSON, in the order of the ids. */
export interface Collected {
  collections: Record<CollectionName, string[]>
  private: string[]
  kept: Kept
}

/** All that a person made here, as it stands at one moment. `tell` is called after each page. */
export async function collect(
  database: Database,
  tell: (rows: number) => void = () => undefined,
): Promise<Collected> {
  const { rows, ...collected } = await read(database, tell)
  const lines: string[] = []
  // One after the other: a photo is read when its turn comes.
  for (const row of rows) lines.push(canonical(await packed(row)))
  return { ...collected, private: lines }
}

type Read = Omit<Collected, 'private'> & { rows: PrivateRow[] }

async function read(database: Database, tell: (rows: number) => void): Promise<Read> {
  return database.read([...COLLECTIONS, 'private', 'meta'], async (tx) => {
    const collections = {} as Collected['collections']
    for (const name of COLLECTIONS) {
      collections[name] = []
      for await (const page of pages<StoredRow>(tx, name)) {
        const live = page.filter((row) => !row.deleted)
        for (const row of live) collections[name].push(canonical(carried(name, row)))
        tell(page.length)
      }
    }
    const rows: PrivateRow[] = []
    for await (const page of pages<PrivateRow>(tx, 'private'))
      // Nobody has said yet that a draft is to be kept: it is let go after a day, and goes into no file.
      rows.push(...page.filter(({ kind }) => kind !== 'draft'))
    return { collections, rows, kept: await keptIn(tx) }
  })
}

/** What the record is, without what this phone or the server knows of it. */
export function carried(collection: CollectionName, { id, data }: { id: string; data: object }) {
  const computed = READ_ONLY[collection] ?? []
  const own = Object.entries(data).filter(([name]) => !computed.includes(name))
  return { id, data: Object.fromEntries(own) }
}

export async function* pages<Row extends { id: string }>(
  tx: ReadTransaction,
  name: CollectionName | 'private',
): AsyncGenerator<Row[]> {
  let rows: Row[] = []
  do {
    const last = rows.at(-1)
    const range = last ? IDBKeyRange.lowerBound(last.id, true) : null
    rows = (await tx.objectStore(name).getAll(range, PAGE)) as unknown as Row[]
    yield rows
  } while (rows.length === PAGE)
}

async function keptIn(tx: ReadTransaction): Promise<Kept> {
  const kept: [string, unknown][] = []
  for (const key of KEPT) {
    const value = await metaIn(tx, key)
    if (value && Object.keys(value).length > 0) kept.push([key, value])
  }
  return Object.fromEntries(kept)
}
