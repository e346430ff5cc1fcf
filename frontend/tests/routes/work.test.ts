import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clearEverything } from '../../src/lib/db/account.ts'
import { phone } from '../../src/lib/db/database.ts'
import { listMakings } from '../../src/lib/db/makings.ts'
import type { Doodle } from '../../src/lib/making/types.ts'
import { draftOf } from '../../src/lib/state/makings.ts'
import { Brushing } from '../../src/routes/make/brushing.svelte.ts'
import { Work } from '../../src/routes/make/work.svelte.ts'
import { Keeper } from '../../src/routes/write/keeper.svelte.ts'

const SLUG = 'other-hand-scribble'
const line = (x: number) => ({ colour: 'blue' as const, points: [x, 10, 500] })
const drawn = (...xs: number[]): Doodle => ({ tool: 'doodle', strokes: xs.map(line) })
const begin = () => new Work<Doodle>('doodle', SLUG)
const draft = () => draftOf(SLUG, new Date())
const rows = () => phone.read(['private'], (tx) => tx.objectStore('private').getAll())

beforeEach(() => clearEverything(phone))
afterEach(() => clearEverything(phone))

test('what is being made is written down, and a reload goes on with it and its steps', async () => {
  const work = begin()
  work.change(drawn(1))
  work.change(drawn(1, 2))
  await work.flush()
  expect([work.state, await listMakings()]).toEqual(['open', []])
  const again = new Work<Doodle>('doodle', SLUG, await draft())
  expect(again.product).toEqual(drawn(1, 2))
  again.undo()
  expect(again.product).toEqual(drawn(1))
  again.redo()
  expect(again.product).toEqual(drawn(1, 2))
})

test('clearing can be taken back, after a reload too', async () => {
  const work = begin()
  work.change(drawn(1, 2))
  work.clear()
  await work.flush()
  const again = new Work<Doodle>('doodle', SLUG, await draft())
  expect(again.empty).toBe(true)
  again.undo()
  expect(again.product).toEqual(drawn(1, 2))
})

test('it is kept when the person says so, and what is drawn after that is kept with it', async () => {
  const work = begin()
  work.change(drawn(1))
  await work.keep()
  expect(work.state).toBe('kept')
  work.change(drawn(1, 2))
  await work.flush()
  expect((await listMakings()).map(({ data }) => data.product)).toEqual([drawn(1, 2)])
  expect(await draft()).toBeUndefined()
})

test('kept, then cleared: nothing empty is among what is kept, and a step back has it there again', async () => {
  const work = begin()
  work.change(drawn(1))
  await work.keep()
  work.clear()
  await work.flush()
  expect([work.state, await listMakings()]).toEqual(['open', []])
  work.undo()
  await work.flush()
  expect([work.state, (await listMakings()).length]).toEqual(['kept', 1])
})

test('let go, it is on the phone no more; taken back, it is there with its steps', async () => {
  const work = begin()
  work.change(drawn(1))
  const undo = await work.letGo()
  expect([work.empty, await rows()]).toEqual([true, []])
  await undo()
  expect(work.product).toEqual(drawn(1))
  expect((await draft())?.data.product).toEqual(drawn(1))
  work.undo()
  expect(work.empty).toBe(true)
})

test('taking back what was let go spoils nothing that was begun since', async () => {
  const work = begin()
  work.change(drawn(1))
  const undo = await work.letGo()
  work.change(drawn(2))
  await undo()
  await work.flush()
  expect(work.product).toEqual(drawn(2))
  expect(await rows()).toHaveLength(2)
})

test('a phone that is full never says kept, and a second try keeps it', async () => {
  const work = begin()
  work.change(drawn(1))
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await work.keep()
  expect([work.state, work.product]).toEqual(['failed', drawn(1)])
  full.mockRestore()
  await work.flush()
  expect([work.state, (await listMakings()).length]).toEqual(['kept', 1])
})

test('the keys draw one line from where the brush was put down to where it is lifted', () => {
  const work = begin()
  const said: string[] = []
  const brushing = new Brushing(
    work,
    () => 'green',
    (what) => said.push(what),
  )
  const press = (key: string, more = {}) =>
    brushing.key({
      key,
      shiftKey: false,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      repeat: false,
      ...more,
    })
  press('ArrowUp')
  expect(work.empty).toBe(true)
  for (const key of [' ', 'ArrowRight', 'ArrowRight', ' ', 'ArrowDown']) press(key)
  expect(work.product.strokes).toEqual([
    { colour: 'green', points: [500, 475, 500, 525, 475, 500, 550, 475, 500] },
  ])
  expect(said).toEqual(['Brush down, in the middle.', 'Brush lifted, in the middle.'])
  press('z', { ctrlKey: true })
  expect(work.empty).toBe(true)
  expect([press('Tab'), press('ArrowLeft', { altKey: true })]).toEqual([false, false])
})

test('a brush put down and lifted leaves a dot', () => {
  const work = begin()
  const brushing = new Brushing(
    work,
    () => 'red',
    () => undefined,
  )
  const space = {
    key: ' ',
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    repeat: false,
  }
  brushing.key(space)
  brushing.key({ ...space, repeat: true })
  brushing.key(space)
  expect(work.product.strokes).toEqual([{ colour: 'red', points: [500, 500, 500] }])
})

test('the page of an exercise is a page of Write, with the sentence that stood above it', async () => {
  const keeper = new Keeper(undefined, { exercise: 'unsent-letter', prompt: 'Dear …' })
  keeper.write('Fog.')
  await keeper.settled()
  expect((await rows()).map(({ data }) => data)).toEqual([
    expect.objectContaining({ text: 'Fog.', exercise: 'unsent-letter', prompt: 'Dear …' }),
  ])
})
