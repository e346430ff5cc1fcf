import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  begun,
  changed,
  redone,
  REMEMBERED,
  retouched,
  undone,
  type History,
} from '../../src/lib/making/history.ts'

type Step = (history: History<number>) => History<number>

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.integer().map(
    (n): Step =>
      (history) =>
        changed(history, n),
  ),
  fc.integer().map(
    (n): Step =>
      (history) =>
        retouched(history, n),
  ),
  fc.constant<Step>(undone),
  fc.constant<Step>(redone),
)
const lived = fc
  .array(step, { maxLength: 60 })
  .map((steps) => steps.reduce((history, next) => next(history), begun(0)))
const times = (n: number, deed: Step, history: History<number>) =>
  Array.from({ length: n }).reduce<History<number>>((now) => deed(now), history)

test('after any sequence, taking a step back restores what was there before it', () => {
  fc.assert(
    fc.property(lived, fc.integer(), (history, next) => {
      expect(undone(changed(history, next)).now).toBe(history.now)
    }),
  )
})

test('taking back and doing again comes out where it was, however many steps', () => {
  fc.assert(
    fc.property(lived, fc.nat(80), (history, n) => {
      const steps = Math.min(n, history.past.length)
      expect(times(steps, redone, times(steps, undone, history))).toEqual(history)
    }),
  )
})

test('all steps taken back lead to the beginning, and no further', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: REMEMBERED }), (values) => {
      const history = values.reduce<History<number>>(changed, begun(-1))
      expect(times(values.length + 3, undone, history).now).toBe(-1)
    }),
  )
})

test('going on with a step makes no step of its own', () => {
  fc.assert(
    fc.property(lived, fc.integer(), fc.array(fc.integer()), (history, first, more) => {
      const grown = more.reduce<History<number>>(retouched, changed(history, first))
      expect(undone(grown).now).toBe(history.now)
    }),
  )
})

test('a long time of drawing remembers a bounded number of steps', () => {
  const values = Array.from({ length: REMEMBERED * 3 }, (_, n) => n)
  expect(values.reduce<History<number>>(changed, begun(-1)).past).toHaveLength(REMEMBERED)
})
