import { afterEach, expect, test } from 'vitest'
import { clearEverything } from '../../src/lib/db/account.ts'
import { phone } from '../../src/lib/db/database.ts'
import { listCheckIns } from '../../src/lib/db/check-ins.ts'
import { noteOf } from '../../src/lib/db/notes.ts'
import { ownTexts } from '../../src/lib/db/own.ts'
import { Desk } from '../../src/lib/carry/desk.ts'
import { editCheckIn } from '../../src/lib/actions/editCheckIn.ts'
import { keepOwn } from '../../src/lib/actions/keepOwn.ts'
import { saveCheckIn } from '../../src/lib/actions/saveCheckIn.ts'

const KNOWN = { words: { tired: 'tired' }, around: { work: 'work' } }
const HEAD = 'full_date,date,weekday,time,mood,activities,scales,note_title,note'
const NOW = () => new Date('2026-11-23T10:00:00Z')

afterEach(() => clearEverything(phone))

function daylio(...rows: string[]): Blob {
  return new Blob([[HEAD, ...rows].join('\n')])
}

const FILE = daylio(
  '2026-11-03,3 November,Tuesday,20:00,good,knitting,,,"the third"',
  '2026-11-02,2 November,Monday,20:00,good,knitting,,,"the second"',
  '2026-11-01,1 November,Sunday,20:00,tired,work,,,',
)

async function bringIn(file = FILE, now = NOW): Promise<Desk> {
  const desk = new Desk(phone, now)
  await desk.open(file)
  await desk.preview('Europe/Berlin', KNOWN)
  await desk.bring()
  return desk
}

async function noted(day: string) {
  const row = (await listCheckIns()).find(({ data }) => data.occurred_at.includes(day))
  if (!row) throw new Error(`Nothing is noted on ${day}.`)
  return row
}

test('what was edited since stays, and so do its note and its word; the rest goes', async () => {
  const before = await saveCheckIn({ nearness: 4 })
  const desk = await bringIn()
  const { id } = await noted('11-03')
  await editCheckIn(id, { nearness: 2 })
  expect(await desk.takeBack()).toEqual({ removed: 2, left: 1 })
  expect(new Set((await listCheckIns()).map((row) => row.id))).toEqual(new Set([before.id, id]))
  expect(await noteOf(id)).toBe('the third')
  expect([...(await ownTexts()).values()].map(({ text }) => text).sort()).toEqual([
    'good',
    'knitting',
  ])
  expect(await desk.last()).toBeUndefined()
})

test('a note written since makes its check-in the person’s own', async () => {
  const desk = await bringIn()
  const { id } = await noted('11-01')
  await editCheckIn(id, {}, 'I remember this one')
  await desk.takeBack()
  expect((await listCheckIns()).map((row) => row.id)).toEqual([id])
  expect(await noteOf(id)).toBe('I remember this one')
})

test('the same file again finds all of it here, and its whole import can still be taken back', async () => {
  await bringIn()
  const desk = new Desk(phone, NOW)
  await desk.open(FILE)
  const again = await desk.preview('Europe/Berlin', KNOWN)
  expect([again.fresh, again.here, again.differing]).toEqual([{}, 5, []])
  expect(await desk.bring()).toBe(0)
  await desk.takeBack()
  expect(await new Desk(phone, NOW).inventory()).toEqual({})
})

test('what is written between the look and the yes is left alone', async () => {
  const slow = new Desk(phone, NOW)
  await slow.open(FILE)
  await slow.preview('Europe/Berlin', KNOWN)
  await bringIn()
  const { id } = await noted('11-03')
  await editCheckIn(id, { nearness: 2 }, 'changed by hand')
  expect(await slow.bring()).toBe(0)
  expect((await noted('11-03')).data.nearness).toBe(2)
  expect(await noteOf(id)).toBe('changed by hand')
})

test('a later export brings only what is new; what differs stays as it is here, and is told', async () => {
  await bringIn()
  const later = daylio(
    '2026-11-04,4 November,Wednesday,20:00,good,work,,,',
    '2026-11-03,3 November,Tuesday,20:00,good,knitting,,,"the third, told anew"',
    '2026-11-01,1 November,Sunday,20:00,tired,work,,,',
  )
  const desk = new Desk(phone, NOW)
  await desk.open(later)
  const preview = await desk.preview('Europe/Berlin', KNOWN)
  expect(preview.fresh).toEqual({ check_ins: 1 })
  expect(preview.differing.map(({ data }) => data)).toEqual([{ text: 'the third, told anew' }])
  await desk.bring()
  const { id } = await noted('11-03')
  expect(await noteOf(id)).toBe('the third')
})

test('a word of one’s own that is here already is used, and stays when the import goes', async () => {
  const slug = await keepOwn('Knitting', 'around')
  const desk = await bringIn()
  expect((await noted('11-03')).data.around).toEqual([slug])
  await desk.takeBack()
  expect((await ownTexts()).has(slug)).toBe(true)
})

test('after a week an import is the person’s own and is no longer offered', async () => {
  await bringIn()
  const later = new Desk(phone, () => new Date('2026-12-01T10:00:00Z'))
  expect(await later.last()).toBeUndefined()
  expect(await later.takeBack()).toEqual({ removed: 0, left: 0 })
  expect(await listCheckIns()).toHaveLength(3)
})
