import { afterEach, expect, test } from 'vitest'
import { deleteCheckIn } from '../../src/lib/actions/deleteCheckIn.ts'
import { editCheckIn } from '../../src/lib/actions/editCheckIn.ts'
import { saveCheckIn } from '../../src/lib/actions/saveCheckIn.ts'
import { adoptAccount, clearEverything } from '../../src/lib/db/account.ts'
import { phone } from '../../src/lib/db/database.ts'
import { getCheckIn, listCheckIns } from '../../src/lib/db/check-ins.ts'
import { noteOf } from '../../src/lib/db/notes.ts'
import type { StoreName } from '../../src/lib/db/schema.ts'
import { NotSaved } from '../../src/lib/errors.ts'
import { nextBatch } from '../../src/lib/sync/outbox.ts'
import { wireChange } from '../../src/lib/sync/protocol.ts'
import { accountOf } from '../support/phone.ts'

const CANARY = 'the words nobody else may read'

afterEach(() => clearEverything(phone))

test('an absence is a whole check-in, and nothing is made up beside it', async () => {
  const { id, data } = await saveCheckIn({
    absence: 'nothing',
    occurred_at: '2026-11-23T20:30:00Z',
  })
  expect(data).toEqual({
    kind: 'check_in',
    occurred_at: '2026-11-23T20:30:00Z',
    time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    absence: 'nothing',
  })
  expect(await getCheckIn(id)).toEqual({ id, data, revision: null })
})

test('a changed mind removes a field instead of emptying it', async () => {
  const { id } = await saveCheckIn({ nearness: 0, energy: 1 })
  const { data } = await editCheckIn(id, { nearness: null, absence: 'too_mixed' })
  expect(data).toMatchObject({ absence: 'too_mixed', energy: 1 })
  expect(data).not.toHaveProperty('nearness')
})

test('instants are kept in whole seconds, as the server spells them too', async () => {
  const now = await saveCheckIn({ kind: 'glimmer' })
  expect(now.data.occurred_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  const then = await saveCheckIn({ kind: 'glimmer', occurred_at: '2026-11-23T20:30:00.123+01:00' })
  expect(then.data.occurred_at).toBe('2026-11-23T19:30:00Z')
})

test('past check-ins come newest first', async () => {
  for (const day of ['01', '03', '02'])
    await saveCheckIn({ kind: 'glimmer', occurred_at: `2026-11-${day}T08:00:00Z` })
  const days = (await listCheckIns(2)).map(({ data }) => data.occurred_at.slice(8, 10))
  expect(days).toEqual(['03', '02'])
})

test.each([undefined, accountOf('phone')])('undo brings back record and note', async (account) => {
  if (account) await adoptAccount(phone, account)
  const { id, data } = await saveCheckIn({ nearness: 3, note: 'with a note' })
  const undo = await deleteCheckIn(id)
  expect(await getCheckIn(id)).toBeUndefined()
  expect(await noteOf(id)).toBeUndefined()
  await undo()
  expect((await getCheckIn(id))?.data).toEqual(data)
  expect(await noteOf(id)).toBe('with a note')
})

test('a note has no way out of the private store', async () => {
  await adoptAccount(phone, accountOf('phone'))
  const { id } = await saveCheckIn({ nearness: 3, note: CANARY })
  await editCheckIn(id, { nearness: 4 }, `${CANARY}, changed`)
  const undo = await deleteCheckIn(id)
  await undo()
  const stores: StoreName[] = ['check_ins', 'outbox', 'set_aside', 'meta', 'content', 'responses']
  for (const store of stores) {
    const rows = await phone.read(
      [store],
      (tx) => tx.objectStore(store).getAll() as Promise<unknown>,
    )
    expect(JSON.stringify(rows)).not.toContain(CANARY)
  }
  const sent = (await nextBatch(phone, 500)).map(wireChange)
  expect(JSON.stringify(sent)).not.toContain(CANARY)
  expect(await noteOf(id)).toBe(`${CANARY}, changed`)
})

test('an edit of what is gone says so', async () => {
  await expect(editCheckIn('nowhere', { nearness: 1 })).rejects.toThrow(NotSaved)
})

test('a full phone is told in a sentence, and nothing is half written', async () => {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
  const real = IDBObjectStore.prototype.add
  IDBObjectStore.prototype.add = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  const saving = saveCheckIn({ nearness: 3 })
  await expect(saving).rejects.toThrow('no room left')
  IDBObjectStore.prototype.add = real
  expect(await listCheckIns()).toEqual([])
})
