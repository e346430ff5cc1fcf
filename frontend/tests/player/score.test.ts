import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Pace } from '../../src/lib/player/breath.ts'
import { scoreOf } from '../../src/lib/player/score.ts'

const steps = (...seconds: number[]) => seconds.map((each) => ({ text: 'Breathe', seconds: each }))
const pace = (into: number, out: number): Pace => [
  { phase: 'in', seconds: into },
  { phase: 'out', seconds: out },
]
const secondsOf = (...[given, breath]: Parameters<typeof scoreOf>) =>
  scoreOf(given, breath).steps.map(({ seconds }) => seconds)

test.each<[string, number[], Pace | undefined, number[]]>([
  ['without a pace nothing changes', [25, 20, 15], undefined, [25, 20, 15]],
  ['steps of whole breaths stay', [10, 20, 10], pace(4, 6), [10, 20, 10]],
  ['a longer breath makes a step longer', [10, 20, 10], pace(5, 7), [12, 24, 10]],
  ['what one step has too much the next one gives', [20, 20, 5], pace(5, 8), [26, 26, 5]],
  ['a step has at least one breath', [5, 5, 5], pace(6, 8), [14, 14, 5]],
])('%s', (_, given, breath, expected) => {
  expect(secondsOf(steps(...given), breath)).toEqual(expected)
})

test('a phase of no length is no phase', () => {
  const breath: Pace = [...pace(4, 6), { phase: 'rest', seconds: 0 }]
  expect(scoreOf(steps(10, 10), breath).pace).toEqual(pace(4, 6))
})

test('a dose is never shorter than it says, and no longer than a breath for each step', () => {
  const half = fc.integer({ min: 4, max: 24 }).map((halves) => halves / 2)
  const lengths = fc.array(fc.integer({ min: 5, max: 90 }), { minLength: 2, maxLength: 8 })
  fc.assert(
    fc.property(lengths, half, half, (given, into, out) => {
      const fitted = secondsOf(steps(...given), pace(into, out))
      const [asked, got] = [given, fitted].map((each) => each.reduce((sum, one) => sum + one, 0))
      expect(got).toBeGreaterThanOrEqual(asked ?? 0)
      expect(got).toBeLessThanOrEqual((asked ?? 0) + given.length * (into + out))
      for (const seconds of fitted.slice(0, -1)) expect(seconds % (into + out)).toBe(0)
    }),
  )
})
