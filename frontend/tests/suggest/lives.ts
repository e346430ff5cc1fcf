import type { CheckInData, PracticeData } from '../../src/lib/db/types.ts'
import type { Candidate } from '../../src/lib/suggest/candidate.ts'
import { suggest, type Suggestion } from '../../src/lib/suggest/suggest.ts'
import { Dice } from './dice.ts'
import { broken, look } from './oracle.ts'
import { Person } from './people.ts'
import { shelfOf } from './shelves.ts'

/** In which order what is safe is offered: as suggested, by chance, or in a fixed one. */
export type Policy = (offers: Suggestion<Candidate>[], day: number, dice: Dice) => Offers
type Offers = Suggestion<Candidate>[]

export const POLICIES = {
  suggested: (offers: Offers) => offers,
  random: (offers: Offers, _day: number, dice: Dice) => dice.shuffled(offers),
  /** The shelf's own order, from its start each day. */
  fixed: (offers: Offers) => inOrder(offers),
  /** The shelf's own order, another one first each day: how Today chose before. */
  turning: (offers: Offers, day: number) => {
    const ordered = inOrder(offers)
    const at = day % Math.max(1, ordered.length)
    return [...ordered.slice(at), ...ordered.slice(0, at)]
  },
} satisfies Record<string, Policy>

export interface Outcome {
  steps: number
  done: number
  helped: number
  /** Each offer that breaks a rule, with the rules. */
  unsafe: string[]
}

const DAYS = 120
const HOURS = [7, 12, 18, 23, 2]
const START = Date.UTC(2026, 2, 1)
const DAY_MS = 86_400_000

/** So many times Today is opened, by as many people as it takes, each for some months. */
export function live(steps: number, policy: Policy): Outcome {
  const outcome: Outcome = { steps: 0, done: 0, helped: 0, unsafe: [] }
  for (let seed = 1; outcome.steps < steps; seed += 1) lifeOf(seed, policy, outcome, steps)
  return outcome
}

interface Life {
  person: Person
  seed: number
  shelf: Candidate[]
  checkIns: CheckInData[]
  practices: PracticeData[]
}

function lifeOf(seed: number, policy: Policy, outcome: Outcome, steps: number): void {
  const dice = new Dice(seed)
  const shelf = shelfOf(dice)
  const life: Life = { person: new Person(dice), seed, shelf, checkIns: [], practices: [] }
  for (let day = 0; day < DAYS && outcome.steps < steps; day += 1) {
    life.person.wake()
    for (const hour of dice.some(HOURS, 0.3)) openToday(life, day, hour, policy, outcome)
  }
}

function openToday(life: Life, day: number, hour: number, policy: Policy, outcome: Outcome): void {
  const { person, shelf, checkIns, practices, seed } = life
  const { dice } = person
  const now = new Date(START + day * DAY_MS + hour * 3_600_000 + dice.whole(0, 3_000) * 1000)
  if (dice.chance(0.6)) checkIns.unshift(person.checkIn(now))
  const known = { shelf, checkIns: checkIns.slice(0, 20), practices, marked: [] }
  const offers = suggest(known, { now, seed })
  outcome.steps += 1
  // What is judged once need not be judged in another order.
  if (policy === POLICIES.suggested) {
    const seen = look({ ...known, now })
    outcome.unsafe.push(...offers.flatMap((offer) => broken(offer, seen)))
  }
  const chosen = policy(offers, day, dice)
    .slice(0, 3)
    .find(() => dice.chance(0.5))
  if (!chosen) return
  const { practice, helped } = person.practise(chosen.exercise, new Date(now.getTime() + 1000))
  practices.push(practice)
  outcome.done += 1
  outcome.helped += Number(helped)
}

const KINDS = ['breathwork', 'movement', 'grounding', 'mindfulness', 'creativity', 'acknowledge']

function inOrder(offers: Offers): Offers {
  const place = ({ exercise: { kind, slug } }: Suggestion<Candidate>) =>
    `${KINDS.indexOf(kind) + 1} ${slug}`
  return offers.toSorted((one, other) => place(one).localeCompare(place(other)))
}
