import { afterEach, beforeEach, expect, test } from 'vitest'
import { Database } from '../../src/lib/db/database.ts'
import { commitChange, type Change } from '../../src/lib/db/records.ts'
import { adoptAccount, forgetAccount } from '../../src/lib/db/account.ts'
import type { StoreName } from '../../src/lib/db/schema.ts'
import { checkIn } from '../support/check-in.ts'
import { accountOf } from '../support/phone.ts'
import { deleteDB } from 'idb'

let database: Database

beforeEach(() => {
  database = new Database('records')
})

afterEach(async () => {
  await database.close()
  await deleteDB('records')
})

function change(next: Change['next'], note?: string, op_id: string = crypto.randomUUID()): Change {
  return { op_id, collection: 'check_ins', id: 'a', next, note }
}

async function all(store: StoreName): Promise<unknown[]> {
  return database.read([store], (tx) => tx.objectStore(store).getAll() as Promise<unknown[]>)
}

async function everything(): Promise<unknown[][]> {
  return Promise.all((['check_ins', 'outbox', 'private'] as const).map(all))
}

test('record, outbox line and note are there together', async () => {
  await commitChange(
    database,
    change(() => checkIn(), 'a note'),
  )
  expect(await everything()).toEqual([
    [{ id: 'a', data: checkIn(), revision: null }],
    [expect.objectContaining({ id: 'a', base_revision: null, before: null, data: checkIn() })],
    [expect.objectContaining({ record: 'a', data: { text: 'a note' } })],
  ])
})

test('when the last of them cannot be written, none is', async () => {
  const unclonable = (() => undefined) as unknown as string
  await expect(
    commitChange(
      database,
      change(() => checkIn(), unclonable),
    ),
  ).rejects.toThrow()
  expect(await everything()).toEqual([[], [], []])
})

test('what is said to be saved waits for the disk', async () => {
  const asked: (string | undefined)[] = []
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
  const real = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    if (mode === 'readwrite') asked.push(options?.durability)
    return real.call(this, stores, mode, options)
  }
  await commitChange(
    database,
    change(() => checkIn()),
  )
  IDBDatabase.prototype.transaction = real
  expect(asked).toEqual(['strict'])
})

test('a change tried again after a lost connection is one change', async () => {
  await adoptAccount(database, accountOf('phone'))
  const twice = change(() => checkIn(), undefined, 'op')
  await commitChange(database, twice)
  await commitChange(database, twice)
  expect(await all('outbox')).toHaveLength(1)
})

test('without an account a record has one line however often it is edited', async () => {
  await commitChange(
    database,
    change(() => checkIn({ nearness: 1 })),
  )
  await commitChange(
    database,
    change((data) => ({ ...data, nearness: 2 })),
  )
  await commitChange(
    database,
    change((data) => ({ ...data, nearness: 3 })),
  )
  expect(await all('outbox')).toMatchObject([
    { base_revision: null, before: null, data: { nearness: 3 } },
  ])
})

test('without an account a delete leaves no trace of what was written', async () => {
  await commitChange(
    database,
    change(() => checkIn(), 'a note'),
  )
  await commitChange(
    database,
    change(() => null),
  )
  expect(await everything()).toEqual([[], [], []])
})

test('with an account each edit is a step of its own, in order', async () => {
  await adoptAccount(database, accountOf('phone'))
  await commitChange(
    database,
    change(() => checkIn({ nearness: 1 })),
  )
  await commitChange(
    database,
    change((data) => ({ ...data, nearness: 2 })),
  )
  expect(await all('outbox')).toMatchObject([
    { before: null, data: { nearness: 1 } },
    { before: { data: { nearness: 1 } }, data: { nearness: 2 } },
  ])
})

test('an edit of the note alone makes no outbox line', async () => {
  await adoptAccount(database, accountOf('phone'))
  await commitChange(
    database,
    change(() => checkIn()),
  )
  await commitChange(
    database,
    change((data) => data ?? null, 'only a note'),
  )
  expect(await all('outbox')).toHaveLength(1)
  expect(await all('private')).toMatchObject([{ data: { text: 'only a note' } }])
})

test('once the account is gone everything waits to go to the next one', async () => {
  await adoptAccount(database, accountOf('phone'))
  await commitChange(
    database,
    change(() => checkIn({ nearness: 1 }), 'a note'),
  )
  await commitChange(
    database,
    change((data) => ({ ...data, nearness: 2 })),
  )
  await forgetAccount(database)
  expect(await everything()).toMatchObject([
    [{ id: 'a', revision: null, data: { nearness: 2 } }],
    [{ base_revision: null, before: null, data: { nearness: 2 } }],
    [{ data: { text: 'a note' } }],
  ])
})

test('another account on the same phone is given everything anew', async () => {
  await adoptAccount(database, accountOf('phone'))
  await commitChange(
    database,
    change(() => checkIn()),
  )
  await database.write(['check_ins', 'outbox'], async (tx) => {
    await tx.objectStore('check_ins').put({ id: 'a', data: checkIn(), revision: 7, epoch: 'e' })
    await tx.objectStore('outbox').clear()
  })
  await adoptAccount(database, { ...accountOf('phone'), id: 'account-2' })
  expect(await everything()).toMatchObject([[{ revision: null }], [{ base_revision: null }], []])
})
