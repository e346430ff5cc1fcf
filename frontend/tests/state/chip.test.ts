import { expect, test } from 'vitest'
import { statusOf, type Standing, type SyncStatus } from '../../src/lib/state/chip.ts'

const done = { epoch: 'e', cursor: 1, acknowledged: true }
const all: Standing = {
  hasAccount: true,
  pending: 0,
  asides: 0,
  progress: done,
  overtaken: false,
}

test.each<[string, Partial<Standing>, boolean, SyncStatus]>([
  [
    'without an account everything is on this phone only',
    { hasAccount: false },
    false,
    'phone_only',
  ],
  ['with an empty outbox and a full answer it is synced', {}, false, 'synced'],
  ['a refresh of what is synced does not flicker', {}, true, 'synced'],
  ['one unsent change is waiting', { pending: 1 }, false, 'waiting'],
  ['a change saved since the count is not synced', { overtaken: true }, false, 'waiting'],
  ['one unsent change under way is syncing', { pending: 1 }, true, 'syncing'],
  ['an empty outbox before any answer is waiting', { progress: undefined }, false, 'waiting'],
  [
    'an answer that promised more is no end',
    { progress: { ...done, acknowledged: false } },
    false,
    'waiting',
  ],
  ['a refused change is not synced', { asides: 1 }, false, 'attention'],
  [
    'an account that is gone wants attention even while trying',
    { progress: { ...done, attention: 'account' } },
    true,
    'attention',
  ],
])('%s', (_name, standing, busy, status) => {
  expect(statusOf({ ...all, ...standing }, busy)).toBe(status)
})
