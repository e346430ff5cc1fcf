import { expect, test } from 'vitest'
import { isQuiet } from '../../src/lib/quiet.ts'

test.each([
  ['21:00', '09:00', '20:59', false],
  ['21:00', '09:00', '21:00', true],
  ['21:00', '09:00', '00:00', true],
  ['21:00', '09:00', '09:00', false],
  ['01:00', '05:00', '03:00', true],
  ['01:00', '05:00', '05:00', false],
  ['08:00', '08:00', '08:00', false],
])('quiet from %s to %s, at %s: %s', (from, to, time, quiet) => {
  expect(isQuiet({ from, to }, time)).toBe(quiet)
})
