import { expect, test } from 'vitest'
import { enCopy } from '../../src/lib/i18n/en-copy.ts'

const HOUR = 3600
const DAY = 24 * HOUR

test.each([
  [600, '10 minutes ahead'],
  [-5 * HOUR, '5 hours behind'],
  [DAY - 20, 'a day ahead'],
  [-3 * DAY, '3 days behind'],
  [366 * DAY, 'a year ahead'],
  [-10 * 365 * DAY, '10 years behind'],
])('a clock that is %i seconds off is told in words', (ahead, words) => {
  expect(enCopy.clock(ahead)).toBe(
    `This phone’s clock is about ${words}. New check-ins carry its time.`,
  )
})

test('what has come so far is counted', () => {
  expect([1, 1500].map(enCopy.received)).toEqual(['1 thing so far', '1,500 things so far'])
})
