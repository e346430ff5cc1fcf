import { expect, test } from 'vitest'
import { momentAt, startOf, type Score } from '../../src/lib/player/timeline.ts'

const LONGER_OUT_BREATH: Score = {
  steps: [
    { text: 'Settle', seconds: 10 },
    { text: 'Breathe', seconds: 20 },
    { text: 'Let it be', seconds: 10 },
  ],
  pace: [
    { phase: 'in', seconds: 4 },
    { phase: 'out', seconds: 6 },
  ],
}
const SIGH: Score = {
  steps: [
    { text: 'Sigh', seconds: 10 },
    { text: 'Let it be', seconds: 10 },
  ],
  pace: [
    { phase: 'in', seconds: 2 },
    { phase: 'top_up', seconds: 1 },
    { phase: 'out', seconds: 6 },
    { phase: 'rest', seconds: 1 },
  ],
}

const read = (score: Score, seconds: number) => {
  const { step, left, breath, openness } = momentAt(score, seconds * 1000)
  return [step, left, breath?.phase, breath?.count, Number(openness.toFixed(2))]
}

test.each([
  //   s, step, left, phase, count, openness
  [0, 0, 40, 'in', 1, 0],
  [0.999, 0, 40, 'in', 1, 0.15],
  [1, 0, 39, 'in', 2, 0.15],
  [2, 0, 38, 'in', 3, 0.5],
  [4, 0, 36, 'out', 1, 1],
  [7, 0, 33, 'out', 4, 0.5],
  [9.999, 0, 31, 'out', 6, 0],
  [10, 1, 30, 'in', 1, 0],
  [24, 1, 16, 'out', 1, 1],
  [30, 2, 10, undefined, undefined, 0.75],
  [40, 2, 0, undefined, undefined, 0.75],
  [4000, 2, 0, undefined, undefined, 0.75],
  [-5, 0, 40, 'in', 1, 0],
])('a longer out-breath after %f s', (seconds, ...expected) => {
  expect(read(LONGER_OUT_BREATH, seconds)).toEqual(expected)
})

test.each([
  [1, 0, 19, 'in', 2, 0.33],
  [2, 0, 18, 'top_up', 1, 0.67],
  [3, 0, 17, 'out', 1, 1],
  [6, 0, 14, 'out', 4, 0.5],
  [9.5, 0, 11, 'rest', 1, 0],
])('a double breath and a sigh after %f s', (seconds, ...expected) => {
  expect(read(SIGH, seconds)).toEqual(expected)
})

test('only the end is finished', () => {
  expect(momentAt(SIGH, 19_999).finished).toBe(false)
  expect(momentAt(SIGH, 20_000).finished).toBe(true)
})

test('without a pace the pane clears a little with each step', () => {
  const steps = LONGER_OUT_BREATH.steps
  const seen = [0, 10, 30].map((seconds) => momentAt({ steps }, seconds * 1000))
  expect(seen.map(({ openness }) => openness)).toEqual([0.25, 0.5, 0.75])
  expect(seen.map(({ breath }) => breath)).toEqual([undefined, undefined, undefined])
})

test('a step starts where those before it end', () => {
  expect([0, 1, 2, 3].map((index) => startOf(LONGER_OUT_BREATH, index))).toEqual([
    0, 10_000, 30_000, 40_000,
  ])
})
