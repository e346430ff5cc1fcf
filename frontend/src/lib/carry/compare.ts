import type { Database } from '../db/database.ts'
import { metaIn } from '../db/meta.ts'
import type { Own, PrivateRow } from '../db/private-types.ts'
import { same } from '../db/same.ts'
import { COLLECTIONS, type ReadTransaction } from '../db/schema.ts'
import { packed } from './blobs.ts'
import { carried } from './collect.ts'
import type { Incoming, IncomingPrivate, IncomingRecord } from './incoming.ts'

/** Gone through so many at a time; all of one go are asked for at once. */
const GO = 500

export interface Compared {
  /** What is not here yet: this alone would be written. */
  fresh: Pick<Incoming, 'records' | 'privates' | 'kept'>
  /** Here already, word for word. */
  here: number
  /** Here too, and different. What is on the phone stays: nobody can tell which of two is the later thought. */
  differing: (IncomingRecord | IncomingPrivate)[]
}

type Standing = 'fresh' | 'here' | 'differs'

export async function compare(database: Database, incoming: Incoming): Promise<Compared> {
  const { records, privates } = await withWordsOfHere(database, incoming)
  const compared: Compared = {
    fresh: { records: [], privates: [], kept: await freshKept(database, incoming.kept) },
    here: 0,
    differing: [],
  }
  for (const go of goes(records))
    sort(compared, go, await recordsAsHere(database, go), compared.fresh.records)
  for (const go of goes(privates))
    sort(compared, go, await privatesAsHere(database, go), compared.fresh.privates)
  return compared
}

function sort<T extends IncomingRecord | IncomingPrivate>(
  compared: Compared,
  rows: T[],
  standings: Standing[],
  fresh: T[],
): void {
  for (const [at, row] of rows.entries()) {
    if (standings[at] === 'fresh') fresh.push(row)
    else if (standings[at] === 'here') compared.here += 1
    else compared.differing.push(row)
  }
}

function* goes<T>(rows: T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += GO) yield rows.slice(at, at + GO)
}

async function recordsAsHere(database: Database, rows: IncomingRecord[]): Promise<Standing[]> {
  return database.read(COLLECTIONS, (tx) =>
    Promise.all(
      rows.map(async ({ collection, id, data }) => {
        const row = await tx.objectStore(collection).get(id)
        // What was deleted here comes back: that is what a file is kept for.
        if (!row || row.deleted) return 'fresh'
        return standing(carried(collection, row).data, carried(collection, { id, data }).data)
      }),
    ),
  )
}

async function privatesAsHere(database: Database, rows: IncomingPrivate[]): Promise<Standing[]> {
  const here = await database.read(['private'], (tx) =>
    Promise.all(rows.map((row) => sameOnPhone(tx, row))),
  )
  return Promise.all(
    rows.map(async (row, at) => {
      const mine = here[at]
      if (!mine) return 'fresh'
      // One note a check-in, whatever its own id is.
      if (mine.kind === 'note' && row.kind === 'note') return standing(mine.data, row.data)
      return standing(await packed(mine), row)
    }),
  )
}

export async function sameOnPhone(
  tx: ReadTransaction,
  { id, kind, record }: IncomingPrivate,
): Promise<PrivateRow | undefined> {
  const store = tx.objectStore('private')
  const row = await store.get(id)
  return row || kind !== 'note' || !record ? row : store.index('record').get(record)
}

function standing(here: unknown, there: unknown): Standing {
  return same(here, there) ? 'here' : 'differs'
}

/** A word of one's own that is on this phone already, under another id, is not made a second time. */
async function withWordsOfHere(database: Database, incoming: Incoming) {
  const { records, privates, source } = incoming
  // A file of ours names its words by their ids; two of the same text are two.
  if (source === 'thaw') return { records, privates }
  const mine = await database.read(
    ['private'],
    (tx) => tx.objectStore('private').index('kind').getAll('own') as Promise<Own[]>,
  )
  const byText = new Map(mine.map(({ id, data }) => [textKey(data), id]))
  const isOwn = ({ kind }: IncomingPrivate) => kind === 'own'
  const ids = new Map(
    privates.filter(isOwn).map(({ id, data }) => [`own:${id}`, byText.get(textKey(data)) ?? id]),
  )
  const named = (slug: string) => (ids.has(slug) ? `own:${ids.get(slug) ?? ''}` : slug)
  return {
    records: records.map((row) => ({ ...row, data: renamed(row.data, named) })),
    privates: privates.filter((row) => !isOwn(row) || !byText.has(textKey(row.data))),
  }
}

function textKey({ list, text }: { list?: unknown; text?: unknown }): string {
  return `${String(list)} ${String(text).trim().toLowerCase()}`
}

function renamed(data: IncomingRecord['data'], named: (slug: string) => string) {
  const lists = ['words', 'around'].filter((list) => Array.isArray(data[list]))
  const changed = lists.map((list) => [list, [...new Set((data[list] as string[]).map(named))]])
  return { ...data, ...(Object.fromEntries(changed) as Record<string, string[]>) }
}

async function freshKept(database: Database, kept: Incoming['kept']): Promise<Incoming['kept']> {
  return database.read(['meta'], async (tx) => ({
    ...(await freshLists(tx, kept)),
    ...(await freshBreaths(tx, kept.breaths ?? {})),
  }))
}

async function freshLists(tx: ReadTransaction, kept: Incoming['kept']): Promise<Incoming['kept']> {
  const fresh: Incoming['kept'] = {}
  for (const key of ['favourites', 'sounds_like_me'] as const) {
    const mine = new Set(await metaIn(tx, key))
    const more = [...new Set(kept[key])].filter((slug) => !mine.has(slug))
    if (more.length > 0) fresh[key] = more
  }
  return fresh
}

async function freshBreaths(
  tx: ReadTransaction,
  breaths: Record<string, number[]>,
): Promise<Incoming['kept']> {
  const mine = (await metaIn(tx, 'breaths')) ?? {}
  const more = Object.entries(breaths).filter(([slug]) => !Object.hasOwn(mine, slug))
  return more.length > 0 ? { breaths: Object.fromEntries(more) } : {}
}
