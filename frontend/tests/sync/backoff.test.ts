import { expect, test } from 'vitest'
import { delayAfter } from '../../src/lib/sync/backoff.ts'

const MINUTE = 60_000

test.each([
  [1, 0, 1_000],
  [1, 0.999, 1_999],
  [2, 0.5, 3_000],
  [3, 0.5, 6_000],
  [5, 0.5, 24_000],
  [9, 0.5, 384_000],
  [10, 0, 7.5 * MINUTE],
  [10, 0.5, 11.25 * MINUTE],
  [1000, 0.999, 899_550],
])('after %i failures and chance %d the wait is %d ms', (failures, chance, wait) => {
  expect(delayAfter(failures, () => chance)).toBe(wait)
})

test('what the server asks for is waited for, and a little more', () => {
  expect(delayAfter(1, () => 0.5, 120)).toBe(120_500)
})
