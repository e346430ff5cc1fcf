import { afterEach, beforeEach, expect, test } from 'vitest'
import { editReminder } from '../../../src/lib/actions/editReminder.ts'
import { moveReminders } from '../../../src/lib/actions/moveReminders.ts'
import { saveReminder } from '../../../src/lib/actions/saveReminder.ts'
import { getReminder } from '../../../src/lib/db/reminders.ts'
import { clockAt, dateOf, momentOf } from '../../../src/lib/i18n/dates.ts'
import { emptyPhone, everythingIn } from '../../support/worker.ts'

const home = process.env['TZ']
const made = { kind: 'breathwork', local_time: '19:30', weekdays: [1] } as const

function land(zone: string): void {
  process.env['TZ'] = zone
}

async function reminderIn(time_zone: string): Promise<string> {
  return (await saveReminder({ ...made, weekdays: [1], time_zone })).id
}

const zoneOf = async (id: string) => (await getReminder(id))?.data.time_zone

beforeEach(emptyPhone)
afterEach(() => {
  if (home === undefined) delete process.env['TZ']
  else process.env['TZ'] = home
})

test('reminders follow the phone into another zone, with all the rest of them', async () => {
  land('Europe/Berlin')
  const { id, data } = await saveReminder({ ...made, weekdays: [1] })
  expect(data.time_zone).toBe('Europe/Berlin')
  land('Asia/Tokyo')
  await moveReminders()
  expect((await getReminder(id))?.data).toEqual({ ...data, time_zone: 'Asia/Tokyo' })
})

test('two names of one zone are one, and a zone that nobody knows is left alone', async () => {
  land('Europe/Kyiv')
  const [kiev, mars] = [await reminderIn('Europe/Kiev'), await reminderIn('Mars/Olympus')]
  const before = await everythingIn('outbox')
  await moveReminders()
  expect([await zoneOf(kiev), await zoneOf(mars)]).toEqual(['Europe/Kiev', 'Mars/Olympus'])
  expect(await everythingIn('outbox')).toEqual(before)
})

test('a new time is one by this phone’s clock; another change leaves the zone alone', async () => {
  land('Asia/Tokyo')
  const id = await reminderIn('Europe/Berlin')
  await editReminder(id, { weekdays: [2], local_time: '19:30' })
  expect(await zoneOf(id)).toBe('Europe/Berlin')
  await editReminder(id, { local_time: '20:00' })
  expect(await zoneOf(id)).toBe('Asia/Tokyo')
})

test('times are written by the clock the phone has now, not the one it started with', () => {
  const noon = new Date('2026-11-24T12:00:00Z')
  land('Europe/Berlin')
  expect([clockAt('19:30'), momentOf(noon)]).toEqual(['19:30', 'Tue 24 Nov, 13:00'])
  land('Asia/Tokyo')
  expect([clockAt('19:30'), momentOf(noon)]).toEqual(['19:30', 'Tue 24 Nov, 21:00'])
  land('America/Los_Angeles')
  expect([clockAt('19:30'), dateOf('2026-11-24')]).toEqual(['19:30', '24 November 2026'])
})
