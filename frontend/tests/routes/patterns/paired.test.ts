import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  apart,
  changeOf,
  ENOUGH,
  meanOf,
  type Interval,
} from '../../../src/routes/patterns/paired.ts'

const values = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: ENOUGH, maxLength: 40 })
const widthOf = (interval?: Interval) => (interval ? interval.high - interval.low : Number.NaN)

test('below five values nothing is said, from five on always', () => {
  expect(meanOf([1, 2, 3, 4])).toBeUndefined()
  expect(changeOf([1, 1, 1, 1])).toBeUndefined()
  expect(apart([1, 2, 3, 4, 5], [1, 2, 3, 4])).toBeUndefined()
  expect(meanOf([1, 2, 3, 4, 5])?.n).toBe(5)
})

test('an interval holds its mean and stays on its scale', () => {
  fc.assert(
    fc.property(values, values, (some, others) => {
      for (const [interval, least] of [
        [meanOf(some), 0],
        [changeOf(some), -10],
        [apart(some, others), -10],
      ] as const) {
        const { mean, low, high } = interval ?? { mean: 0, low: 1, high: -1 }
        expect(least <= low && low <= mean && mean <= high && high <= 10).toBe(true)
      }
    }),
  )
})

test('the same values twice over leave less doubt, and equal ones never none', () => {
  fc.assert(
    fc.property(values, (some) => {
      const once = widthOf(changeOf(some))
      expect(once).toBeGreaterThan(0)
      expect(widthOf(changeOf([...some, ...some]))).toBeLessThan(once)
    }),
  )
})

test('five equal answers are as sure as whole steps allow, and no surer', () => {
  // A deviation of √(1/6), t(0.975; 4) = 2.7764: 2 ± 0.5069.
  const { low, high } = changeOf([2, 2, 2, 2, 2]) ?? { low: 0, high: 0 }
  expect([low, high].map((n) => n.toFixed(2))).toEqual(['1.49', '2.51'])
})

test('the order of values changes not even the last digit', () => {
  const two = values.chain((some) =>
    fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
  )
  fc.assert(
    fc.property(two, ([some, others]) => {
      expect(meanOf(others)).toEqual(meanOf(some))
      expect(changeOf(others)).toEqual(changeOf(some))
    }),
  )
})

test('swapping the two groups turns the difference around', () => {
  fc.assert(
    fc.property(values, values, (some, others) => {
      const [there, back] = [apart(some, others), apart(others, some)]
      expect(there?.low).toBeCloseTo(-(back?.high ?? 0), 9)
    }),
  )
})

test('it is Student’s interval: a worked example', () => {
  // Mean 1, sample deviation √2.5, t(0.975; 4) = 2.7764: 1 ± 1.9632.
  const { mean, low, high } = changeOf([-1, 0, 1, 2, 3]) ?? { mean: 0, low: 0, high: 0 }
  expect([mean, low, high].map((n) => n.toFixed(2))).toEqual(['1.00', '-0.96', '2.96'])
})

test('about 19 of 20 intervals hold the true mean, also of only five whole numbers', () => {
  // −1, 0, 0, 1, 1, 1, 2, 3: a small change with a mean of 7/8, drawn by a generator with a fixed seed.
  const often = [-1, 0, 0, 1, 1, 1, 2, 3]
  let seed = 20261120
  const drawn = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return often[seed % often.length] ?? 0
  }
  for (const n of [5, 8, 20]) {
    const held = Array.from({ length: 4000 }, () => changeOf(Array.from({ length: n }, drawn)))
    const right = held.filter((one) => one && one.low <= 7 / 8 && 7 / 8 <= one.high).length / 4000
    expect(right).toBeGreaterThan(0.94)
    expect(right).toBeLessThan(0.985)
  }
})
