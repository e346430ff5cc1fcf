import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Pace } from '../../src/lib/player/breath.ts'
import { changed, isSafe, paceWith, patternOf, STEP_SECONDS } from '../../src/lib/player/pattern.ts'

const LONGER_OUT: Pace = [
  { phase: 'in', seconds: 4 },
  { phase: 'out', seconds: 6 },
]
const SIGH: Pace = [
  { phase: 'in', seconds: 2 },
  { phase: 'top_up', seconds: 1 },
  { phase: 'out', seconds: 6 },
  { phase: 'rest', seconds: 1 },
]
const SQUARE: Pace = [
  { phase: 'in', seconds: 4 },
  { phase: 'hold', seconds: 4 },
  { phase: 'out', seconds: 4 },
  { phase: 'rest', seconds: 4 },
]
const LONG_HOLD: Pace = [
  { phase: 'in', seconds: 4 },
  { phase: 'hold', seconds: 7 },
  { phase: 'out', seconds: 8 },
]
const ALL = [LONGER_OUT, SIGH, SQUARE, LONG_HOLD]

describe('the bounds of a breath', () => {
  test.each<[string, Pace, number[], boolean]>([
    ['its own', LONGER_OUT, [4, 6], true],
    ['the slowest', LONGER_OUT, [8, 12], true],
    ['slower than that', LONGER_OUT, [8.5, 11], false],
    ['quick', LONGER_OUT, [1.5, 6], false],
    ['out as long as in', LONGER_OUT, [5, 5], true],
    ['out shorter than in, where out is the longer one', LONGER_OUT, [6, 5.5], false],
    ['out shorter than in, where they are alike', SQUARE, [5, 4, 4, 4], true],
    ['no hold at all', LONG_HOLD, [4, 0, 8], true],
    ['a hold longer than the longest taught', LONG_HOLD, [4, 7.5, 8], false],
    ['more than fifteen a minute', SQUARE, [2, 0, 1.5, 0], false],
    ['fewer than three a minute', LONG_HOLD, [6, 7, 8], false],
    ['a phase too few', SIGH, [2, 6, 1], false],
    ['not a number', LONGER_OUT, [4, NaN], false],
  ])('%s', (_, own, pattern, safe) => {
    expect(isSafe(own, pattern)).toBe(safe)
  })

  test('no row of taps leaves them', () => {
    const tap = fc.record({ index: fc.nat(3), up: fc.boolean() })
    fc.assert(
      fc.property(fc.constantFrom(...ALL), fc.array(tap, { maxLength: 60 }), (own, taps) => {
        let pattern = patternOf(own)
        for (const { index, up } of taps)
          pattern = changed(own, pattern, index, up ? STEP_SECONDS : -STEP_SECONDS) ?? pattern
        expect(isSafe(own, pattern)).toBe(true)
        const [out, into] = ['out', 'in'].map((wanted) =>
          own.reduce((sum, { phase }, at) => sum + (phase === wanted ? (pattern[at] ?? 0) : 0), 0),
        )
        if (own !== SQUARE) expect(out).toBeGreaterThanOrEqual(into ?? 0)
      }),
    )
  })
})

test('a breath kept on the phone is used only where it fits the exercise', () => {
  const seconds = (pattern: number[] | undefined) =>
    paceWith(SIGH, pattern).map((each) => each.seconds)
  expect(seconds([3, 1, 7, 0])).toEqual([3, 1, 7, 0])
  expect(seconds([3, 7])).toEqual([2, 1, 6, 1])
  expect(seconds([3, 1, 70, 0])).toEqual([2, 1, 6, 1])
  expect(seconds(undefined)).toEqual([2, 1, 6, 1])
})
