import { expect, test } from 'vitest'
import type { Reach } from '../../../src/lib/push/examine.ts'
import { checksOf, CURES, problemOf } from '../../../src/routes/reachable/judge.ts'

const known = { retired_at: null, last_accepted_at: null } as Reach['known']
const FINE: Reach = {
  permission: 'granted',
  worker: 'here',
  subscribed: true,
  server: 'answered',
  sameKey: true,
  known,
}
const retired = { ...known, retired_at: '2026-11-24T10:00:00Z' } as Reach['known']

test.each<[string, Partial<Reach>]>([
  ['unsupported', { permission: 'unsupported', worker: 'none', subscribed: false }],
  ['not_asked_for', { server: 'no_account', permission: 'default', subscribed: false }],
  ['denied', { permission: 'denied', subscribed: false }],
  ['not_allowed', { permission: 'default', subscribed: false }],
  ['signed_out', { server: 'signed_out', worker: 'none', known: undefined }],
  ['no_worker', { worker: 'none', subscribed: false }],
  ['no_address', { subscribed: false, known: undefined }],
  ['no_answer', { server: 'no_answer', known: undefined }],
  ['unknown', { known: undefined }],
  ['retired', { known: retired, sameKey: false }],
  ['old_key', { sameKey: false }],
])('the first thing in the way is %s', (problem, found) => {
  expect(problemOf({ ...FINE, ...found }, false)).toBe(problem)
})

test('where all is there nothing is in the way, also beside a page that was loaded past the worker', () => {
  expect(problemOf(FINE, false)).toBeUndefined()
  expect(problemOf({ ...FINE, worker: 'beside' }, true)).toBeUndefined()
  expect(checksOf(FINE).map(([, answer]) => answer)).toEqual(Array(6).fill('yes'))
})

test('an iPhone is told of the home screen, not of another browser', () => {
  const found: Reach = { ...FINE, permission: 'unsupported', server: 'no_account' }
  expect(problemOf(found, true)).toBe('home')
})

test('what only the server can say is not guessed', () => {
  const { known: _known, sameKey: _same, ...here } = FINE
  const checks = Object.fromEntries(checksOf({ ...here, server: 'no_answer' }))
  expect(checks).toMatchObject({ address: 'yes', known: 'unknown', key: 'unknown' })
  const without = { ...FINE, subscribed: false }
  expect(checksOf(without).map(([check]) => check)).toEqual([
    'browser',
    'allowed',
    'worker',
    'address',
  ])
})

test('one tap mends what a tap can mend, and nothing else is promised', () => {
  expect(Object.keys(CURES).toSorted()).toEqual([
    'no_address',
    'no_worker',
    'not_allowed',
    'old_key',
    'retired',
    'unknown',
  ])
})
