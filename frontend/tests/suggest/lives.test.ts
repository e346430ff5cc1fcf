import { expect, test } from 'vitest'
import { live, POLICIES } from './lives.ts'

/** `make bench-suggest` lives 100,000 of them. */
const STEPS = 20_000

const suggested = live(STEPS, POLICIES.suggested)

test('in many lives no offer ever breaks a rule of safety', () => {
  expect(suggested.steps).toBe(STEPS)
  expect([...new Set(suggested.unsafe)]).toEqual([])
})

test('what is suggested helps more often than chance, and than an order that never learns', () => {
  const rate = ({ helped, done }: { helped: number; done: number }) => helped / done
  const others = [POLICIES.random, POLICIES.fixed, POLICIES.turning]
  const best = Math.max(...others.map((policy) => rate(live(STEPS / 5, policy))))
  expect(rate(suggested)).toBeGreaterThan(1.08 * best)
}, 60_000)
