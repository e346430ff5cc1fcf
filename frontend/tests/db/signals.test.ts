import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addWord } from '../../src/lib/actions/addWord.ts'
import { confirmSignal } from '../../src/lib/actions/confirmSignal.ts'
import { forgetSignal } from '../../src/lib/actions/forgetSignal.ts'
import { rememberOffer } from '../../src/lib/actions/rememberOffer.ts'
import { saveCheckIn } from '../../src/lib/actions/saveCheckIn.ts'
import { saveEntry } from '../../src/lib/actions/saveEntry.ts'
import { adoptAccount, clearEverything, forgetAccount } from '../../src/lib/db/account.ts'
import { getCheckIn } from '../../src/lib/db/check-ins.ts'
import { Database, phone } from '../../src/lib/db/database.ts'
import { ownTexts } from '../../src/lib/db/own.ts'
import { COLLECTIONS, type StoreName } from '../../src/lib/db/schema.ts'
import { listSignals } from '../../src/lib/db/signals.ts'
import { NotSaved } from '../../src/lib/errors.ts'
import { offered } from '../../src/lib/state/offers.ts'
import { nextBatch } from '../../src/lib/sync/outbox.ts'
import { wireChange } from '../../src/lib/sync/protocol.ts'
import { accountOf } from '../support/phone.ts'

const ID = '11111111-1111-4111-8111-111111111111'
const LINK = { zone: 'jaw', side: 'front', mark: 'tight', word: 'angry' } as const
const CANARY = 'canary'

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  await clearEverything(phone)
})

afterEach(async () => {
  vi.useRealTimers()
  await clearEverything(phone)
})

function putOwn(text: string) {
  return phone.write(['private'], (tx) =>
    tx.objectStore('private').put({ id: ID, kind: 'own', data: { text, list: 'words' } }),
  )
}

const words = async (id: string) => (await getCheckIn(id))?.data.words

test('what was confirmed is listed, newest first, with neither notes nor pages among it', async () => {
  await saveCheckIn({ absence: 'nothing', note: 'a note' })
  await saveEntry(ID, { text: 'a page', written_at: '2026-11-23T20:00:00.000Z' })
  vi.setSystemTime('2026-11-23T08:00:00Z')
  await confirmSignal(LINK)
  vi.setSystemTime('2026-11-24T08:00:00Z')
  await confirmSignal({ ...LINK, word: 'afraid' })
  const listed = await listSignals()
  expect(listed.map(({ kind, data }) => [kind, data.word])).toEqual([
    ['signal', 'afraid'],
    ['signal', 'angry'],
  ])
})

test('a signal that is forgotten comes back as it was', async () => {
  await confirmSignal(LINK)
  const before = await listSignals()
  const undo = await forgetSignal(before[0]?.id ?? '')
  expect(await listSignals()).toEqual([])
  await undo()
  expect(await listSignals()).toEqual(before)
})

test('saying yes can be taken back', async () => {
  const undo = await confirmSignal(LINK)
  expect(await listSignals()).toHaveLength(1)
  await undo()
  expect(await listSignals()).toEqual([])
})

test('only a signal can be forgotten as one', async () => {
  await putOwn('a word')
  await forgetSignal(ID)
  expect(await ownTexts()).toEqual(new Map([[`own:${ID}`, { text: 'a word', list: 'words' }]]))
})

test('signals and own words have no way out of the private store', async () => {
  await adoptAccount(phone, accountOf('phone'))
  await putOwn(CANARY)
  await confirmSignal({ ...LINK, word: CANARY })
  const [signal] = await listSignals()
  await (
    await forgetSignal(signal?.id ?? '')
  )()
  const elsewhere: StoreName[] = [
    ...COLLECTIONS,
    'outbox',
    'set_aside',
    'meta',
    'content',
    'responses',
  ]
  for (const store of elsewhere) {
    const rows = await phone.read(
      [store],
      (tx) => tx.objectStore(store).getAll() as Promise<unknown>,
    )
    expect(JSON.stringify(rows)).not.toContain(CANARY)
  }
  expect((await nextBatch(phone, 500)).map(wireChange)).toEqual([])
  expect(COLLECTIONS).not.toContain('private')
})

test('they stay when an account goes or another one comes, and go with everything else', async () => {
  await adoptAccount(phone, accountOf('phone'))
  await putOwn('a word')
  await confirmSignal(LINK)
  await forgetAccount(phone)
  await adoptAccount(phone, accountOf('phone'))
  await adoptAccount(phone, { ...accountOf('phone'), id: 'account-2' })
  expect([(await listSignals()).length, (await ownTexts()).size]).toEqual([1, 1])
  await clearEverything(phone)
  expect([(await listSignals()).length, (await ownTexts()).size]).toEqual([0, 0])
})

test('a word is added beside the others, once, and can be taken away again', async () => {
  const { id } = await saveCheckIn({ nearness: 3 })
  const undo = await addWord(id, 'angry')
  await addWord(id, 'sad')
  await addWord(id, 'angry')
  expect(await words(id)).toEqual(['sad', 'angry'])
  await undo()
  expect(await words(id)).toEqual(['sad'])
})

test('the only word taken away leaves no empty list', async () => {
  const { id, data } = await saveCheckIn({ nearness: 3 })
  const undo = await addWord(id, 'angry')
  await undo()
  expect((await getCheckIn(id))?.data).toEqual(data)
})

test('a word for a check-in that is gone says so', async () => {
  await expect(addWord(ID, 'angry')).rejects.toThrow(NotSaved)
})

test('what was offered is a fact of this phone', async () => {
  expect(await offered()).toEqual({ flatness: undefined, gap: undefined })
  await rememberOffer('flatness_offered_at', '2026-11-23T20:00:00Z')
  await rememberOffer('gap_passed', '2026-11-01T20:00:00Z')
  expect(await offered()).toEqual({
    flatness: '2026-11-23T20:00:00Z',
    gap: '2026-11-01T20:00:00Z',
  })
  expect(await nextBatch(phone, 500)).toEqual([])
})

test('a phone of version 2 keeps its private rows and finds them by kind', async () => {
  const name = 'version-2'
  const old = await openDB(name, 2, {
    upgrade(database) {
      for (const store of ['check_ins', 'practices', 'reminders', 'settings'])
        database.createObjectStore(store, { keyPath: 'id' }).createIndex('live', 'data.key')
      const store = database.createObjectStore('private', { keyPath: 'id' })
      store.createIndex('record', 'record')
      store.createIndex('written', 'data.written_at')
    },
  })
  const note = { id: 'n', kind: 'note', record: 'c', data: { text: 'kept' } }
  await old.put('private', note)
  old.close()
  const database = new Database(name)
  const byKind = (kind: string) =>
    database.read(['private'], (tx) => tx.objectStore('private').index('kind').getAll(kind))
  expect([await byKind('note'), await byKind('signal')]).toEqual([[note], []])
  await database.close()
  await deleteDB(name)
})
