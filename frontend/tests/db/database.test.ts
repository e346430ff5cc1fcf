import { deleteDB, openDB } from 'idb'
import { afterEach, expect, test } from 'vitest'
import { Database } from '../../src/lib/db/database.ts'
import { live } from '../../src/lib/db/live.ts'
import { getMeta, setMeta } from '../../src/lib/db/meta.ts'
import { upgrade, VERSION, type ThawSchema } from '../../src/lib/db/schema.ts'
import type { Device } from '../../src/lib/db/types.ts'

const NAME = 'database'
const device: Device = { id: 'd', label: 'Phone' }
const open: Database[] = []

function connect(): Database {
  const database = new Database(NAME)
  open.push(database)
  return database
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((database) => database.close()))
  await deleteDB(NAME)
})

/** Close the connection under the app's feet, as iOS does in the background. */
async function loseConnection(database: Database): Promise<void> {
  await database.read(['meta'], (tx) => {
    tx.db.close()
    return Promise.resolve()
  })
}

test('a lost connection is opened again and the work is done', async () => {
  const database = connect()
  await setMeta(database, 'device', device)
  await loseConnection(database)
  expect(await getMeta(database, 'device')).toEqual(device)
  await loseConnection(database)
  await setMeta(database, 'device', { ...device, label: 'New' })
  expect((await getMeta(database, 'device'))?.label).toBe('New')
})

test('an error of the work itself is not tried again', async () => {
  const database = connect()
  let tries = 0
  const work = () => {
    tries += 1
    return Promise.reject(new Error('mine'))
  }
  await expect(database.write(['meta'], work)).rejects.toThrow('mine')
  expect(tries).toBe(1)
})

test('an old tab steps aside for the upgrade of a newer build', async () => {
  const old = connect()
  await getMeta(old, 'device')
  const newer = await openDB(NAME, VERSION + 1)
  expect(newer.version).toBe(VERSION + 1)
  newer.close()
})

test('a frozen tab of an older build makes saving fail clearly; once it is gone all goes on', async () => {
  const frozen = await openDB<ThawSchema>(NAME, 1, { upgrade })
  const database = connect()
  await expect(setMeta(database, 'device', device)).rejects.toThrow('blocked')
  await expect(getMeta(database, 'device')).rejects.toThrow('blocked')
  frozen.close()
  const another = connect()
  expect(await getMeta(another, 'device')).toBeUndefined()
  await setMeta(database, 'device', device)
  expect(await getMeta(another, 'device')).toEqual(device)
})

test('a connection that is lost again and again is opened once more and then given up', async () => {
  const database = connect()
  let tries = 0
  const work = () => {
    tries += 1
    return Promise.reject(new DOMException('', 'InvalidStateError'))
  }
  await expect(database.read(['meta'], work)).rejects.toMatchObject({ name: 'InvalidStateError' })
  expect(tries).toBe(2)
  await setMeta(database, 'device', device)
  expect(await getMeta(database, 'device')).toEqual(device)
})

test('an old build beside a newer one fails clearly and writes nothing', async () => {
  const newer = await openDB(NAME, VERSION + 1)
  newer.close()
  await expect(setMeta(connect(), 'device', device)).rejects.toMatchObject({ name: 'VersionError' })
})

test('a live query follows changes of another tab', async () => {
  const here = connect()
  const there = connect()
  const labels = new Promise<(string | undefined)[]>((resolve) => {
    const seen: (string | undefined)[] = []
    const store = live(['meta'], async () => (await getMeta(here, 'device'))?.label, here)
    const stop = store.subscribe((label) => {
      seen.push(label)
      if (seen.length === 2) void setMeta(there, 'device', device)
      if (label === 'Phone') {
        stop()
        resolve(seen)
      }
    })
  })
  expect(await labels).toEqual([undefined, undefined, 'Phone'])
})

test('a live query is left alone by changes of other stores', async () => {
  const database = connect()
  let runs = 0
  const stop = live(['outbox'], () => Promise.resolve((runs += 1)), database).subscribe(
    () => undefined,
  )
  await setMeta(database, 'device', device)
  expect(runs).toBe(1)
  stop()
})
