import { afterEach, expect, test } from 'vitest'
import { saveCheckIn } from '../../../src/lib/actions/saveCheckIn.ts'
import { clearEverything } from '../../../src/lib/db/account.ts'
import { getCheckIn } from '../../../src/lib/db/check-ins.ts'
import { phone } from '../../../src/lib/db/database.ts'
import { noteOf } from '../../../src/lib/db/notes.ts'
import type { CheckInData } from '../../../src/lib/db/types.ts'
import { checkIn } from '../../../src/lib/state/check-ins.ts'
import { editingOf } from '../../../src/routes/check-in/editings.ts'
import { Draft } from '../../../src/routes/today/draft.svelte.ts'
import { flow } from '../../../src/routes/today/flow.svelte.ts'
import { Keeper } from '../../../src/routes/write/keeper.svelte.ts'
import { nextKeeper } from '../../../src/routes/write/unkept.ts'
import { listEntries } from '../../../src/lib/db/entries.ts'
import { toast } from '../../../src/lib/state/toast.svelte.ts'

// eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
const realAdd = IDBObjectStore.prototype.add
// eslint-disable-next-line @typescript-eslint/unbound-method -- as above
const realPut = IDBObjectStore.prototype.put

/** A phone without room, until `freed` is called. */
function full(): () => void {
  IDBObjectStore.prototype.add = IDBObjectStore.prototype.put = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  return () => {
    IDBObjectStore.prototype.add = realAdd
    IDBObjectStore.prototype.put = realPut
  }
}

afterEach(async () => {
  IDBObjectStore.prototype.add = realAdd
  IDBObjectStore.prototype.put = realPut
  await clearEverything(phone)
})

const begun = async () => saveCheckIn({ absence: 'nothing' })
const dataOf = async (id: string) => (await getCheckIn(id))?.data

test('each step is kept beside the others', async () => {
  const { id, data } = await begun()
  const editing = editingOf(id)
  await Promise.all([
    editing.keep({ world_nearness: 3 }),
    editing.keep({ senses: { temperature: 'cool' } }),
    editing.keep({ body: [{ zone: 'chest', side: 'front', mark: 'blank' }] }, 'a note'),
  ])
  expect(editing.state).toBe('kept')
  expect(await dataOf(id)).toEqual({
    ...data,
    world_nearness: 3,
    senses: { temperature: 'cool' },
    body: [{ zone: 'chest', side: 'front', mark: 'blank' }],
  })
  expect(await noteOf(id)).toBe('a note')
})

test('an answer taken back is absent, and so is a list that was emptied', async () => {
  const { id, data } = await begun()
  const editing = editingOf(id)
  await editing.keep({ world_nearness: 0, words: ['foggy'], senses: { weight: 'heavy' } })
  await editing.keep({ world_nearness: null, words: [], senses: {} })
  expect(await dataOf(id)).toEqual(data)
})

test('what found no room is shown, said, and kept with the next try, whichever screen makes it', async () => {
  const { id, data } = await begun()
  const freed = full()
  await editingOf(id).keep({ around: ['work'] }, 'still here')
  const later = editingOf(id)
  expect([later.state, later.unsaved]).toEqual(['failed', 'still here'])
  expect(later.problem).toContain('no room left')
  expect(later.over(data)).toEqual({ ...data, around: ['work'] })
  expect(await dataOf(id)).toEqual(data)
  freed()
  await later.keep({ world_nearness: 5 })
  expect([later.state, later.unsaved, later.problem]).toEqual(['kept', undefined, ''])
  expect(await dataOf(id)).toEqual({ ...data, around: ['work'], world_nearness: 5 })
  expect(await noteOf(id)).toBe('still here')
})

test('what found no room is still there after another check-in was looked at', async () => {
  const { id } = await begun()
  const other = await begun()
  const freed = full()
  await editingOf(id).keep({}, 'still here')
  expect(editingOf(other.id).unsaved).toBeUndefined()
  expect(editingOf(id).unsaved).toBe('still here')
  freed()
  await editingOf(id).again()
  expect(await noteOf(id)).toBe('still here')
})

test('a page that found no room is said when it is left, and is there for whoever comes back', async () => {
  const freed = full()
  const page = nextKeeper()
  page.write('Rain on the window.')
  await page.leave()
  expect(page.problem).toContain('no room left')
  expect(toast.text).toContain('It is still here')
  const later = nextKeeper()
  expect([later.text, later.state]).toEqual(['Rain on the window.', 'failed'])
  freed()
  await later.settled()
  expect((await listEntries()).map(({ data }) => data.text)).toEqual(['Rain on the window.'])
  expect(nextKeeper().text).toBe('')
})

test('a page that another window wrote on goes on as a page of its own', async () => {
  const mine = new Keeper()
  mine.write('First words.')
  await mine.settled()
  const theirs = new Keeper((await listEntries())[0])
  theirs.write('First words. And theirs.')
  await theirs.settled()
  mine.write('First words. And mine.')
  await mine.settled()
  const texts = (await listEntries()).map(({ data }) => data.text)
  expect(texts.sort()).toEqual(['First words. And mine.', 'First words. And theirs.'])
  mine.write('First words. And mine, again.')
  await mine.settled()
  expect(await listEntries()).toHaveLength(2)
})

test('an answer on its way takes the place of what is stored', async () => {
  const { id, data } = await begun()
  const editing = editingOf(id)
  const writing = editing.keep({ absence: null, nearness: 4 })
  const shown: CheckInData = editing.over(data)
  expect([shown.nearness, 'absence' in shown, editing.state]).toEqual([4, false, 'writing'])
  await writing
  expect(await dataOf(id)).toEqual(shown)
})

test('a first answer that found no room has no record, and is kept once there is room', async () => {
  const draft = new Draft(() => ({ occurred_at: '2026-11-20T08:00:00Z' }))
  const freed = full()
  draft.frosted('behind_glass')
  await draft.keep()
  expect([draft.id, draft.answered]).toEqual([undefined, true])
  expect(draft.problem).toContain('no room left')
  freed()
  await draft.keep()
  expect(await dataOf(draft.id ?? '')).toMatchObject({
    absence: 'behind_glass',
    occurred_at: '2026-11-20T08:00:00Z',
  })
})

test('changing the first answer leaves the later ones alone', async () => {
  const draft = new Draft()
  draft.near(2)
  await draft.keep()
  const id = draft.id ?? ''
  await editingOf(id).keep({ world_nearness: 6 })
  draft.frosted('too_mixed')
  await draft.keep()
  const data = await dataOf(id)
  expect([data?.absence, data?.nearness, data?.world_nearness]).toEqual(['too_mixed', undefined, 6])
})

test('the check-in of this morning is not gone on with at noon', async () => {
  flow.again()
  flow.draft.near(3)
  flow.touch(0)
  await flow.draft.keep()
  const id = flow.draft.id ?? ''
  flow.look(29 * 60_000)
  expect(flow.holds(id)).toBe(true)
  flow.look(31 * 60_000)
  expect(flow.holds(id)).toBe(false)
})

test('once done and left, Today asks anew', async () => {
  flow.again()
  flow.draft.frosted('nothing')
  await flow.draft.keep()
  flow.leave()
  expect(flow.draft.id).toBeDefined()
  flow.close()
  flow.leave()
  expect([flow.closed, flow.draft.id]).toEqual([false, undefined])
})

test('an answer never flickers between its own write and the row that is read again', async () => {
  const { id } = await begun()
  const editing = editingOf(id)
  const seen: (number | undefined)[] = []
  let row: CheckInData | undefined
  const stop = checkIn(id).subscribe((found) => {
    row = found?.data
    if (row) seen.push(editing.over(row).world_nearness)
  })
  await expect.poll(() => seen).toEqual([undefined])
  const writing = editing.keep({ world_nearness: 7 })
  await writing
  if (row) seen.push(editing.over(row).world_nearness)
  expect(seen).toEqual([undefined, 7, 7])
  stop()
})
