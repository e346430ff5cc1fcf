import { live, POLICIES, type Outcome } from './lives.ts'

/** Run by tests/bench/suggest.py: simulated people, once with each way to choose. The last line is for programs. */
const STEPS = 100_000

const rate = ({ helped, done }: Outcome) => helped / done
const outcomes = Object.entries(POLICIES).map(([name, policy]) => {
  const outcome = live(STEPS, policy)
  console.log(`  ${name}: ${rate(outcome).toFixed(4)} of ${outcome.done} helped`)
  return { name, outcome }
})

const of = (name: keyof typeof POLICIES) => {
  const found = outcomes.find((one) => one.name === name)
  if (!found) throw new RangeError(name)
  return found.outcome
}
const suggested = of('suggested')
const fixed = Math.max(rate(of('fixed')), rate(of('turning')))
console.log(
  [
    `helpful_ratio_random=${(rate(suggested) / rate(of('random'))).toFixed(3)}`,
    `helpful_ratio_fixed=${(rate(suggested) / fixed).toFixed(3)}`,
    `unsafe_of_${STEPS}=${suggested.unsafe.length}`,
  ].join(' '),
)
