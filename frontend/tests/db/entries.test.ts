import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deleteEntry } from '../../src/lib/actions/deleteEntry.ts'
import { saveEntry } from '../../src/lib/actions/saveEntry.ts'
import { saveCheckIn } from '../../src/lib/actions/saveCheckIn.ts'
import { clearEverything } from '../../src/lib/db/account.ts'
import { Database, phone } from '../../src/lib/db/database.ts'
import { getEntry, listEntries } from '../../src/lib/db/entries.ts'
import { checkInsBetween } from '../../src/lib/db/check-ins.ts'

const ID = '11111111-1111-4111-8111-111111111111'
const OLDER = '22222222-2222-4222-8222-222222222222'
const page = { text: 'Rain on the window.', written_at: '2026-11-23T20:00:00.000Z' }

beforeEach(() => clearEverything(phone))
afterEach(() => clearEverything(phone))

test('pages are listed newest first, and notes are not among them', async () => {
  await saveEntry(OLDER, { ...page, written_at: '2026-11-01T08:00:00.000Z' })
  await saveEntry(ID, page)
  await saveCheckIn({ absence: 'nothing', note: 'a note' })
  expect((await listEntries()).map(({ id }) => id)).toEqual([ID, OLDER])
  expect((await listEntries(1)).map(({ id }) => id)).toEqual([ID])
})

test('a page leaves no line in the outbox', async () => {
  await saveEntry(ID, page)
  const outbox = await phone.read(['outbox'], (tx) => tx.objectStore('outbox').getAll())
  expect(outbox).toEqual([])
})

test('a page with no words left on it is none', async () => {
  await saveEntry(ID, page)
  await saveEntry(ID, { ...page, text: ' \n' }, page.text)
  expect(await getEntry(ID)).toBeUndefined()
})

test('what two windows wrote on one page is kept as two', async () => {
  await saveEntry(ID, page)
  expect(await saveEntry(ID, { ...page, text: 'Rain, and wind.' }, page.text)).toBe(ID)
  const other = await saveEntry(ID, { ...page, text: 'Rain again.' }, page.text)
  expect((await listEntries()).map(({ id, data }) => [id, data.text]).sort()).toEqual(
    [
      [ID, 'Rain, and wind.'],
      [other, 'Rain again.'],
    ].sort(),
  )
})

test('a deleted page comes back whole', async () => {
  await saveEntry(ID, { ...page, prompt: 'body' })
  const undo = await deleteEntry(ID)
  expect(await getEntry(ID)).toBeUndefined()
  await undo()
  expect(await getEntry(ID)).toEqual({ id: ID, kind: 'entry', data: { ...page, prompt: 'body' } })
})

test('a month reads its own check-ins, the first second in and the last one out', async () => {
  const at = [
    '2026-10-31T23:59:59Z',
    '2026-11-01T00:00:00Z',
    '2026-11-30T23:59:59Z',
    '2026-12-01T00:00:00Z',
  ]
  for (const occurred_at of at) await saveCheckIn({ absence: 'nothing', occurred_at })
  const rows = await checkInsBetween(
    new Date('2026-11-01T00:00:00Z'),
    new Date('2026-12-01T00:00:00Z'),
  )
  expect(rows.map(({ data }) => data.occurred_at)).toEqual([at[2], at[1]])
})

test('a phone of version 1 keeps its notes and can hold pages', async () => {
  const name = 'version-1'
  const old = await openDB(name, 1, {
    upgrade(database) {
      for (const store of ['check_ins', 'practices', 'reminders', 'settings'])
        database.createObjectStore(store, { keyPath: 'id' }).createIndex('live', 'data.key')
      database.createObjectStore('private', { keyPath: 'id' }).createIndex('record', 'record')
    },
  })
  const note = { id: 'n', kind: 'note', record: 'c', data: { text: 'kept' } }
  await old.put('private', note)
  old.close()
  const database = new Database(name)
  const rows = await database.read(['private'], (tx) => tx.objectStore('private').getAll())
  const written = await database.read(['private'], (tx) =>
    tx.objectStore('private').index('written').getAll(),
  )
  expect([rows, written]).toEqual([[note], []])
  await database.close()
  await deleteDB(name)
})
