import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { rememberOffer } from '../../../src/lib/actions/rememberOffer.ts'
import { saveReminder } from '../../../src/lib/actions/saveReminder.ts'
import { phone } from '../../../src/lib/db/database.ts'
import { ownTexts } from '../../../src/lib/db/own.ts'
import { getReminder, listReminders } from '../../../src/lib/db/reminders.ts'
import type { ReminderData } from '../../../src/lib/db/types.ts'
import { outOfQuiet, USUAL_QUIET } from '../../../src/lib/quiet.ts'
import { mayOfferReminder } from '../../../src/lib/state/nudge.ts'
import { Plan } from '../../../src/routes/reminder/plan.svelte.ts'
import { paceOf } from '../../../src/routes/reminders/describe.ts'
import { fewer, halved, lessened } from '../../../src/routes/reminders/fewer.ts'
import { emptyPhone, everythingIn } from '../../support/worker.ts'

beforeEach(emptyPhone)

const daily: ReminderData = {
  kind: 'breathwork',
  local_time: '10:00',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  time_zone: 'Europe/Berlin',
}
const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })

test.each([
  [
    [1, 2, 3, 4, 5, 6, 7],
    [2, 4, 6],
  ],
  [
    [1, 2, 3, 4, 5],
    [2, 4],
  ],
  [[1, 3, 5], [3]],
  [[6, 7], [7]],
  [[4], [4]],
])('half of %j is %j', (before, after) => {
  expect(halved(before)).toEqual(after)
})

test('half is never more than half, never none, and of the same days', () => {
  fc.assert(
    fc.property(days, (before) => {
      const after = halved(before)
      expect(after.length).toBe(Math.max(1, Math.floor(before.length / 2)))
      expect(before).toEqual(expect.arrayContaining(after))
    }),
  )
})

test('fewer acts at once on all that are on, and undo brings each of them back', async () => {
  const all = await saveReminder(daily)
  const three = await saveReminder({ ...daily, weekdays: [1, 3, 5] })
  const off = await saveReminder({ ...daily, enabled: false })
  const once = await saveReminder({ ...daily, weekdays: [2] })
  const weekdays = async () =>
    Promise.all(
      [all, three, off, once].map(async ({ id }) => (await getReminder(id))?.data.weekdays),
    )
  const before = await weekdays()
  const undo = await fewer(await listReminders())
  expect(await weekdays()).toEqual([[2, 4, 6], [3], daily.weekdays, [2]])
  await undo()
  expect(await weekdays()).toEqual(before)
  expect(lessened(await listReminders())).toHaveLength(2)
})

test('a new reminder comes three times a week, and says nothing on the lock screen of what it is for', async () => {
  await new Plan(undefined).keep()
  const [made] = await listReminders()
  expect(made?.data).toMatchObject({ weekdays: [1, 3, 5], discreet: true, exact: false })
  expect(made?.data.label_ref).toBeUndefined()
})

test('what it comes after stays on this phone: the reminder holds a number in its place', async () => {
  const plan = new Plan(undefined)
  plan.anchor = ' my first coffee '
  await plan.keep()
  const [made] = await listReminders()
  expect(await ownTexts()).toEqual(
    new Map([[made?.data.label_ref, { text: 'my first coffee', list: 'anchors' }]]),
  )
  expect(JSON.stringify(await everythingIn('outbox'))).not.toContain('coffee')
})

test('an edit leaves those words alone, changes them, or takes them away', async () => {
  const label_ref = 'own:66666666-6666-4666-8666-666666666666'
  const { id } = await saveReminder({ ...daily, label_ref })
  const edited = async (anchor: string | undefined) => {
    const plan = new Plan(await getReminder(id))
    plan.anchor = anchor
    await plan.keep()
    return (await getReminder(id))?.data.label_ref
  }
  expect(await edited(undefined)).toBe(label_ref)
  expect(await edited('lunch')).toMatch(/^own:/)
  expect(await edited(' ')).toBeUndefined()
})

test.each([
  [{}, ''],
  [{ pace: 'full' }, ''],
  [{ pace: 'half' }, 'For now every second one comes.'],
  [{ pace: 'weekly' }, 'For now one comes in a week.'],
  [{ pace: 'fortnightly' }, 'For now one comes in two weeks.'],
  [{ pace: 'resting' }, 'It is resting.'],
  [{ pace: 'resting', enabled: false }, ''],
  [{ pace: 'of a newer server' }, ''],
])('how often it comes is said in one line (%j)', (fields, line) => {
  expect(paceOf({ ...daily, ...fields })).toBe(line)
  expect(line).not.toMatch(/miss|away|absen|ignor|silen/)
})

test.each([
  ['20:59', '20:59'],
  ['21:00', undefined],
  ['23:59', undefined],
  ['00:00', '09:00'],
  ['08:59', '09:00'],
  ['09:00', '09:00'],
])('at %s by the usual quiet hours it comes at %s', (time, comes) => {
  expect(outOfQuiet(USUAL_QUIET, time)).toBe(comes)
})

const sigh = { slug: 'cyclic-sigh', kind: 'breathwork' as const }
const quiet = { from: '21:00', to: '09:00' }

test('one that begins after a practice is for that, at about this hour', async () => {
  const plan = new Plan(undefined)
  plan.begin(sigh, new Date('2026-11-24T17:44:00'), quiet)
  await plan.keep()
  const [made] = await listReminders()
  expect(made?.data).toMatchObject({
    exercise: 'cyclic-sigh',
    local_time: '17:30',
    weekdays: [1, 3, 5],
  })
})

test('at a quiet hour it keeps to a usual one, and a reminder that is there is left alone', async () => {
  const plan = new Plan(undefined)
  plan.begin(sigh, new Date('2026-11-24T23:10:00'), quiet)
  expect(plan.time).toBe('10:00')
  const existing = new Plan(await saveReminder({ ...daily, local_time: '12:00' }))
  existing.begin(sigh, new Date('2026-11-24T17:44:00'), quiet)
  expect([existing.time, existing.exercise]).toEqual(['12:00', ''])
})

test.each([
  [0, false],
  [1, false],
  [2, true],
  [3, true],
  [4, false],
])('after practices on %i days a reminder is offered: %s', async (visits, offered) => {
  const now = new Date('2026-11-24T12:00:00')
  for (let day = 0; day < visits; day++)
    for (const hour of [9, 10]) {
      const started_at = new Date(2026, 10, 24 - 3 * day, hour).toISOString()
      await phone.write(['practices'], (tx) =>
        tx
          .objectStore('practices')
          .put({ id: crypto.randomUUID(), revision: null, data: { started_at } }),
      )
    }
  expect(await mayOfferReminder(now)).toBe(offered)
  await rememberOffer('reminder_offered', now.toISOString())
  expect(await mayOfferReminder(now)).toBe(false)
})

test('who has a reminder is offered none', async () => {
  const started = ['2026-11-23T12:00:00Z', '2026-11-24T12:00:00Z']
  for (const started_at of started)
    await phone.write(['practices'], (tx) =>
      tx.objectStore('practices').put({ id: started_at, revision: null, data: { started_at } }),
    )
  const now = new Date('2026-11-24T13:00:00Z')
  expect(await mayOfferReminder(now)).toBe(true)
  await saveReminder(daily)
  expect(await mayOfferReminder(now)).toBe(false)
})
