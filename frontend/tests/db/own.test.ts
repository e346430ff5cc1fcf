import { openDB } from 'idb'
import { afterEach, expect, test } from 'vitest'
import { keepOwn } from '../../src/lib/actions/keepOwn.ts'
import { saveCheckIn } from '../../src/lib/actions/saveCheckIn.ts'
import { clearEverything } from '../../src/lib/db/account.ts'
import { belongingTo } from '../../src/lib/db/check-ins.ts'
import { Database, phone } from '../../src/lib/db/database.ts'
import { ownTexts } from '../../src/lib/db/own.ts'
import { upgrade, type ThawSchema } from '../../src/lib/db/schema.ts'
import { nextBatch } from '../../src/lib/sync/outbox.ts'

afterEach(() => clearEverything(phone))

test('a word of one’s own is kept once for each list, however it is spelled', async () => {
  const first = await keepOwn(' like wool ', 'words')
  expect(await keepOwn('Like Wool', 'words')).toBe(first)
  const tag = await keepOwn('like wool', 'around')
  expect(tag).not.toBe(first)
  expect(await ownTexts()).toEqual(
    new Map([
      [first, { text: 'like wool', list: 'words' }],
      [tag, { text: 'like wool', list: 'around' }],
    ]),
  )
})

test('what is sent names an own word by its id alone', async () => {
  const word = await keepOwn('the canary word', 'words')
  await saveCheckIn({ nearness: 3, words: [word] })
  const batch = JSON.stringify(await nextBatch(phone, 500))
  expect(batch).toContain(word)
  expect(batch).not.toContain('canary')
})

test('later feelings are found by the moment they belong to, oldest first', async () => {
  const { id } = await saveCheckIn({ absence: 'nothing', occurred_at: '2026-11-20T08:00:00Z' })
  const late = await saveCheckIn({
    nearness: 4,
    belongs_to: id,
    occurred_at: '2026-11-23T08:00:00Z',
  })
  const soon = await saveCheckIn({
    nearness: 2,
    belongs_to: id,
    occurred_at: '2026-11-21T08:00:00Z',
  })
  expect((await belongingTo(id)).map((row) => row.id)).toEqual([soon.id, late.id])
  expect(await belongingTo(late.id)).toEqual([])
})

test('a phone of the release before keeps all it has, and can be asked the new questions', async () => {
  const old = await openDB<ThawSchema>('before', 2, {
    upgrade: (database, from, _to, tx) => {
      upgrade(database, from, 2, tx)
    },
  })
  old.close()
  const now = new Database('before')
  const names = await now.read(['private', 'check_ins'], (tx) =>
    Promise.resolve([
      [...tx.objectStore('private').indexNames],
      [...tx.objectStore('check_ins').indexNames],
    ]),
  )
  expect(names).toEqual([
    ['kind', 'record', 'written'],
    ['belongs_to', 'live', 'spans'],
  ])
  await now.close()
})
