import { expect, test } from 'vitest'
import type { Mailbox } from '../../../src/lib/actions/readMailbox.ts'
import type { ReminderData } from '../../../src/lib/db/types.ts'
import type { Reach } from '../../../src/lib/push/examine.ts'
import { USUAL_QUIET } from '../../../src/lib/quiet.ts'
import { arrivalOf } from '../../../src/routes/reminders/arrival.ts'
import type { Rules } from '../../../src/routes/reminders/coming.ts'
import { nextOf, type World } from '../../../src/routes/reminders/describe.ts'

const daily: ReminderData = {
  kind: 'breathwork',
  local_time: '10:00',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  time_zone: 'Europe/Berlin',
}
const usual: Rules = { hours: USUAL_QUIET, cap: 1 }
const IN_QUIET = 'It lies in your quiet hours, so it does not come.'

/** On Tuesday, 24 November, at 12:00 unless told otherwise. */
function said(fields: Partial<ReminderData>, world: Partial<World> = {}): string {
  const now = new Date('2026-11-24T12:00:00')
  const reminder = { ...daily, ...fields }
  return nextOf(reminder, { others: [], rules: usual, arrival: 'reached', now, ...world })
}

test.each([
  ['09:00', [2], 'Next: Tue 1 Dec, 09:00'],
  ['12:00', [2, 3], 'Next: Wed 25 Nov, 12:00'],
  ['12:01', [2, 3], 'Next: Tue 24 Nov, 12:01'],
  ['19:30', [7], 'Next: Sun 29 Nov, 19:30'],
  ['07:00', [3], 'Next: Wed 25 Nov, 09:00'],
])(
  'one at %s on %j is next when its day and its hour are, and never earlier than now',
  (...row) => {
    const [local_time, weekdays, line] = row
    // What the server said once is not repeated.
    expect(said({ local_time, weekdays, next_due_at: '2026-11-23T10:00:00Z' })).toBe(line)
  },
)

test('a pause is spoken of until its day, and not after', () => {
  expect(said({ paused_until: '2026-11-25' })).toBe('Paused until 25 November 2026')
  expect(said({ paused_until: '2026-11-24' })).toBe('Next: Wed 25 Nov, 10:00')
  expect(said({ paused_until: '2026-11-25', enabled: false })).toBe('Off')
})

test('of one inside the quiet hours it is said that it does not come, and of no other', () => {
  const at = (local_time: string, hours = USUAL_QUIET) =>
    said({ local_time }, { rules: { ...usual, hours } })
  expect(at('21:30')).toBe(IN_QUIET)
  expect(at('20:59')).toMatch(/^Next: /)
  expect(at('07:00')).toMatch(/^Next: /)
  expect(at('13:00', { from: '12:00', to: '14:00' })).toBe('Next: Tue 24 Nov, 14:00')
})

test('while Help keeps it quiet, the next one is after that, and a quiet for years is none', () => {
  const after = (quietUntil: string) =>
    said({ local_time: '19:30' }, { rules: { ...usual, quietUntil } })
  expect(after('2026-11-25T08:00:00')).toBe('Next: Wed 25 Nov, 19:30')
  expect(after('2031-01-01T00:00:00')).toBe('Next: Tue 24 Nov, 19:30')
})

test.each(['half', 'weekly', 'fortnightly', 'resting'])(
  'of one at the pace ‘%s’ no next time is promised',
  (pace) => {
    expect(said({ pace })).toBe('')
    expect(said({ pace: 'full' })).toMatch(/^Next: /)
  },
)

test('what cannot arrive has no next time either', () => {
  expect(said({}, { arrival: 'alone' })).toBe('Kept on this phone. It cannot arrive yet.')
  expect(said({}, { arrival: 'unreached' })).toBe('It cannot arrive on this phone yet.')
  expect(said({}, { arrival: 'unknown' })).toBe('')
  expect(said({ local_time: '21:30' }, { arrival: 'unreached' })).toBe(IN_QUIET)
})

const EARLIER = 'On these days an earlier reminder comes, and at most one comes in a day.'
const BESIDE = 'Another reminder is at about the same time, and at most one comes in a day.'
const evening = { local_time: '19:30', weekdays: [1, 3, 5] }
const weekdays = [1, 3, 5]

test.each<[string, Partial<ReminderData>, string]>([
  ['on the same days', { weekdays }, EARLIER],
  ['of another kind', { weekdays, kind: 'check_in' }, EARLIER],
  ['that the quiet hours put off till nine', { weekdays, local_time: '07:00' }, EARLIER],
  ['on one day fewer', { weekdays: [1, 3] }, 'Next: Fri 27 Nov, 19:30'],
  ['that is off', { weekdays, enabled: false }, 'Next: Wed 25 Nov, 19:30'],
  ['that pauses', { weekdays, paused_until: '2026-11-28' }, 'Next: Wed 25 Nov, 19:30'],
  ['that rests', { weekdays, pace: 'resting' }, 'Next: Wed 25 Nov, 19:30'],
  ['that never comes', { weekdays, local_time: '22:00' }, 'Next: Wed 25 Nov, 19:30'],
  ['later in the day', { weekdays, local_time: '19:40' }, 'Next: Wed 25 Nov, 19:30'],
  ['at the same time', { weekdays, local_time: '19:30' }, BESIDE],
  ['so near that their order is open', { weekdays, local_time: '19:35' }, BESIDE],
])('where one comes in a day, beside another %s', (_which, fields, line) => {
  expect(said(evening, { others: [{ ...daily, ...fields }] })).toBe(line)
})

test('two that the quiet hours put off till nine come at the same time', () => {
  expect(said({ local_time: '09:00' }, { others: [{ ...daily, local_time: '07:00' }] })).toBe(
    BESIDE,
  )
})

test('as many as come in a day have a place in it', () => {
  const others = [daily, { ...daily, local_time: '11:00' }]
  const by = (cap: number) => said(evening, { others, rules: { ...usual, cap } })
  expect([by(1), by(2), by(3)]).toEqual([
    EARLIER,
    'On these days earlier reminders come, and at most two come in a day.',
    'Next: Wed 25 Nov, 19:30',
  ])
})

const fine: Reach = {
  permission: 'granted',
  worker: 'here',
  subscribed: true,
  server: 'answered',
  sameKey: true,
  known: { fingerprint: 'f', key_id: 'k', retired_at: null } as Reach['known'],
}
const box: Mailbox = { address: null, confirmed: false, retired: null, available: true }
const mailed: Mailbox = { ...box, address: 'a@example.org', confirmed: true }

test.each<[string, Parameters<typeof arrivalOf>[0], string]>([
  ['no account', { account: false, allowed: true, reach: fine, box: mailed }, 'alone'],
  ['all that is needed', { account: true, allowed: true, reach: fine, box }, 'reached'],
  [
    'a server that does not answer',
    { account: true, allowed: true, reach: { ...fine, server: 'no_answer' }, box: undefined },
    'reached',
  ],
  [
    'a look that is still going on',
    { account: true, allowed: true, reach: undefined, box },
    'reached',
  ],
  [
    'an account alone',
    { account: true, allowed: false, reach: { ...fine, permission: 'default' }, box },
    'unreached',
  ],
  [
    'no address',
    { account: true, allowed: true, reach: { ...fine, subscribed: false }, box },
    'unreached',
  ],
  ['a mailbox', { account: true, allowed: false, reach: undefined, box: mailed }, 'reached'],
  [
    'a mailbox of a server that sends nothing',
    { account: true, allowed: false, reach: undefined, box: { ...mailed, available: false } },
    'unreached',
  ],
  [
    'a mailbox that nobody has agreed for',
    { account: true, allowed: false, reach: undefined, box: { ...mailed, confirmed: false } },
    'unreached',
  ],
  [
    'nothing known yet',
    { account: true, allowed: false, reach: undefined, box: undefined },
    'unknown',
  ],
])('with %s', (_what, known, arrival) => {
  expect(arrivalOf(known)).toBe(arrival)
})
