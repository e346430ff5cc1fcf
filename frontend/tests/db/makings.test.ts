import { afterEach, beforeEach, expect, test } from 'vitest'
import { deleteMaking } from '../../src/lib/actions/deleteMaking.ts'
import { forgetDrafts } from '../../src/lib/actions/forgetDrafts.ts'
import { keepMaking } from '../../src/lib/actions/keepMaking.ts'
import { saveDraft } from '../../src/lib/actions/saveDraft.ts'
import { saveEntry } from '../../src/lib/actions/saveEntry.ts'
import { clearEverything } from '../../src/lib/db/account.ts'
import { phone } from '../../src/lib/db/database.ts'
import { listEntries } from '../../src/lib/db/entries.ts'
import { getMaking, listMakings } from '../../src/lib/db/makings.ts'
import type { Draft, MakingData } from '../../src/lib/db/private-types.ts'
import { draftOf, pageOf } from '../../src/lib/state/makings.ts'

const ID = '11111111-1111-4111-8111-111111111111'
const OLDER = '22222222-2222-4222-8222-222222222222'
const NOW = new Date('2026-11-23T20:00:00.000Z')
const earlier = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000).toISOString()
const doodle: MakingData = {
  made_at: earlier(1),
  exercise: 'other-hand-scribble',
  product: { tool: 'doodle', strokes: [{ colour: 'blue', points: [10, 10, 500, 900, 900, 1000] }] },
}
const draft: Omit<Draft, 'kind'> = {
  id: ID,
  data: doodle,
  steps: { past: [{ tool: 'doodle', strokes: [] }], future: [] },
}

beforeEach(() => clearEverything(phone))
afterEach(() => clearEverything(phone))

const inStore = (name: 'outbox' | 'private') =>
  phone.read([name], (tx) => tx.objectStore(name).getAll())

test('what is kept comes back as it was, the newest first, and nothing waits to be sent', async () => {
  await keepMaking(OLDER, { ...doodle, made_at: earlier(30) })
  await keepMaking(ID, doodle)
  expect((await listMakings()).map(({ id }) => id)).toEqual([ID, OLDER])
  expect(await getMaking(ID)).toEqual({ id: ID, kind: 'making', data: doodle })
  expect(await inStore('outbox')).toEqual([])
})

test('a photo comes back byte for byte', async () => {
  const photo = new Blob([Uint8Array.of(255, 216, 255, 0, 1)], { type: 'image/jpeg' })
  const product = { tool: 'textures' as const, textures: [{ words: 'bark', photo }] }
  await keepMaking(ID, { ...doodle, product })
  const back = await getMaking(ID)
  const shown = back?.data.product.tool === 'textures' ? back.data.product.textures[0] : undefined
  expect(new Uint8Array((await shown?.photo?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(
    Uint8Array.of(255, 216, 255, 0, 1),
  )
})

test('what is only being made is not among what is kept, and its steps survive', async () => {
  await saveDraft(draft)
  expect([await listMakings(), await getMaking(ID)]).toEqual([[], undefined])
  expect(await draftOf('other-hand-scribble', NOW)).toEqual({ ...draft, kind: 'draft' })
  expect(await draftOf('two-colours', NOW)).toBeUndefined()
})

test('keeping turns the draft itself into what is kept', async () => {
  await saveDraft(draft)
  await keepMaking(ID, doodle)
  expect(await draftOf('other-hand-scribble', NOW)).toBeUndefined()
  expect(await inStore('private')).toEqual([{ id: ID, kind: 'making', data: doodle }])
})

test('what is deleted or let go comes back whole', async () => {
  await keepMaking(ID, doodle)
  await saveDraft({ ...draft, id: OLDER })
  const before = await inStore('private')
  const undo = [await deleteMaking(ID), await deleteMaking(OLDER)]
  expect(await inStore('private')).toEqual([])
  for (const back of undo) await back()
  expect(await inStore('private')).toEqual(before)
})

test('a page of Write is never deleted as something made', async () => {
  await saveEntry(ID, { text: 'Rain.', written_at: earlier(1) })
  await deleteMaking(ID)
  expect(await listEntries()).toHaveLength(1)
})

test('after a day only what was kept is left', async () => {
  await saveDraft({ ...draft, data: { ...doodle, made_at: earlier(25) } })
  await keepMaking(OLDER, { ...doodle, made_at: earlier(25) })
  expect(await draftOf('other-hand-scribble', NOW)).toBeUndefined()
  await forgetDrafts(NOW)
  expect((await inStore('private')).map(({ id }) => id)).toEqual([OLDER])
})

test('what was left open less than a day ago stays', async () => {
  await saveDraft({ ...draft, data: { ...doodle, made_at: earlier(23) } })
  await forgetDrafts(NOW)
  expect(await draftOf('other-hand-scribble', NOW)).toBeDefined()
})

test('deleting everything on the phone takes what was made along', async () => {
  await keepMaking(ID, doodle)
  await saveDraft({ ...draft, id: OLDER })
  await clearEverything(phone)
  expect(await inStore('private')).toEqual([])
})

test('an exercise goes on with its own page, for half an hour', async () => {
  const page = { text: 'Fog.', written_at: earlier(0.4), exercise: 'unsent-letter' }
  await saveEntry(ID, page)
  expect((await pageOf('unsent-letter', NOW))?.id).toBe(ID)
  expect(await pageOf('three-body-words', NOW)).toBeUndefined()
  await saveEntry(ID, { ...page, written_at: earlier(0.6) }, page.text)
  expect(await pageOf('unsent-letter', NOW)).toBeUndefined()
})
