import { deleteDB, openDB, type IDBPDatabase } from 'idb'
import { afterEach, expect, test } from 'vitest'
import { Database } from '../../src/lib/db/database.ts'
import { upgrade, VERSION, type StoreName, type ThawSchema } from '../../src/lib/db/schema.ts'
import first from './versions/1.json' with { type: 'json' }
import second from './versions/2.json' with { type: 'json' }
import third from './versions/3.json' with { type: 'json' }
import fourth from './versions/4.json' with { type: 'json' }

/** What a phone of each released version holds; such a file never changes. A new version needs a new one. */
const RELEASED: [number, Record<string, Store>][] = [
  [1, first],
  [2, second],
  [3, third],
  [4, fourth],
]
const NAME = 'versions'

interface Store {
  keyPath: string | string[] | null
  autoIncrement: boolean
  indexes: { name: string; keyPath: string | string[]; unique: boolean }[]
  rows?: unknown[]
  entries?: Record<string, unknown>
}

afterEach(() => deleteDB(NAME))

async function phoneOf(version: number, stores: Record<string, Store>): Promise<void> {
  const old = await openDB(NAME, version, {
    upgrade(database) {
      for (const [name, store] of Object.entries(stores)) create(database, name, store)
    },
  })
  for (const [name, { rows = [], entries = {} }] of Object.entries(stores)) {
    for (const row of rows) await old.put(name, row)
    for (const [key, value] of Object.entries(entries)) await old.put(name, value, key)
  }
  old.close()
}

function create(
  database: IDBPDatabase,
  name: string,
  { keyPath, autoIncrement, indexes }: Store,
): void {
  const made = database.createObjectStore(name, { keyPath, autoIncrement })
  for (const { name: index, keyPath: path, unique } of indexes)
    made.createIndex(index, path, { unique })
}

async function contents(names: string[]): Promise<Record<string, unknown[]>> {
  const database = new Database(NAME)
  const all = await database.read(names as StoreName[], (tx) =>
    Promise.all(
      names.map(async (name) => [name, await tx.objectStore(name as 'outbox').getAll()] as const),
    ),
  )
  await database.close()
  return Object.fromEntries(all)
}

function held(stores: Record<string, Store>): Record<string, unknown[]> {
  const rows = ({ rows, entries = {} }: Store) =>
    rows ??
    Object.keys(entries)
      .toSorted()
      .map((key) => entries[key])
  return Object.fromEntries(Object.entries(stores).map(([name, store]) => [name, rows(store)]))
}

async function shape(): Promise<unknown> {
  const database = await openDB(NAME)
  const stores = [...database.objectStoreNames].map((name) => {
    const store = database.transaction(name).objectStore(name)
    const indexes = [...store.indexNames].map((index) => [index, store.index(index).keyPath])
    return [name, store.keyPath, store.autoIncrement, indexes]
  })
  database.close()
  return stores
}

test('every version but this one has a phone here', () => {
  expect(RELEASED.map(([version]) => version)).toEqual(
    Array.from({ length: VERSION - 1 }, (_, index) => index + 1),
  )
})

test.each(RELEASED)('a phone of version %i keeps every row', async (version, stores) => {
  await phoneOf(version, stores)
  expect(await contents(Object.keys(stores))).toEqual(held(stores))
})

test.each(RELEASED)('a phone of version %i becomes like a new one', async (version, stores) => {
  await phoneOf(version, stores)
  await contents(['meta'])
  const upgraded = await shape()
  await deleteDB(NAME)
  await contents(['meta'])
  expect(upgraded).toEqual(await shape())
})

test.each(RELEASED)(
  'killed in the middle of its upgrade, version %i is as it was',
  async (version, stores) => {
    await phoneOf(version, stores)
    const before = await shape()
    const killed = openDB<ThawSchema>(NAME, VERSION, {
      upgrade(database, from, to, tx) {
        upgrade(database, from, to, tx)
        tx.done.catch(() => undefined)
        tx.abort()
      },
    })
    await expect(killed).rejects.toThrow()
    expect(await shape()).toEqual(before)
    expect(await contents(Object.keys(stores))).toEqual(held(stores))
  },
)

test.each(RELEASED)(
  'a build of version %i beside this one fails and harms nothing',
  async (version, stores) => {
    await phoneOf(version, stores)
    await contents(['meta'])
    await expect(openDB(NAME, version)).rejects.toMatchObject({ name: 'VersionError' })
    expect(await contents(Object.keys(stores))).toEqual(held(stores))
  },
)
