import type { CheckInData, PracticeData } from '../../src/lib/db/types.ts'
import type { Candidate } from '../../src/lib/suggest/candidate.ts'

/**
 * The safety rules as product.md, contract.md and facts.md have them, written down a second time and with nothing of
 * the code that is judged: it says which of them an offer breaks.
 */
export interface Situation {
  checkIns: readonly CheckInData[]
  practices: readonly PracticeData[]
  now: Date
}

interface Offer {
  exercise: Candidate
  dose: number
}

/** What the rules ask about, looked up once. */
interface Seen {
  tender: boolean
  night: boolean
  today: boolean
  world: number
  near: number
  absence: string | undefined
  glass: boolean
  tooMuch: ReadonlySet<string>
}

const HOUR = 3_600_000
const FOUR = ['breathwork', 'movement', 'creativity', 'writing']

const inward = ({ exercise }: Offer) => exercise.inner_focus !== false
const ground = (offer: Offer) => offer.exercise.kind === 'grounding' && !inward(offer)
const steady = (offer: Offer) => ground(offer) || offer.exercise.slug === 'longer-out-breath'
const long = ({ dose }: Offer) => dose > 0

/** Each is true when the rule is broken. */
const RULES: Record<string, (offer: Offer, seen: Seen) => boolean> = {
  'it is gated': ({ exercise }) => Boolean(exercise.gates?.length),
  'the breath is held': ({ exercise }) => /"hold"/.test(JSON.stringify(exercise.pace ?? [])),
  'its last practice was too much': ({ exercise }, { tooMuch }) => tooMuch.has(exercise.slug),
  'it needs others': ({ exercise }) =>
    exercise.kind === 'others' || String(exercise.suits) === 'with_someone',
  'there is no such dose': ({ exercise, dose }) => exercise.doses[dose] === undefined,
  'it turns inward on a tender day': (offer, { tender }) => tender && inward(offer),
  'it is long on a tender day': (offer, { tender }) => tender && long(offer),
  'it stirs up at night': ({ exercise }, { night }) => night && exercise.energy === 'high',
  'the world is unreal': (offer, { world }) => world <= 4 && !ground(offer),
  'the world is nearly gone, and it is long': (offer, { world }) => world <= 2 && long(offer),
  'feelings are out of reach, and it is long': (offer, { near }) => near <= 1 && long(offer),
  'behind glass was the answer': (offer, { absence }) =>
    absence === 'behind_glass' && !ground(offer),
  'it is like being behind glass': (offer, { glass }) => glass && !ground(offer),
  'it is too mixed': (offer, { absence }) => absence === 'too_mixed' && !steady(offer),
  'nothing was said today': (offer, { today }) => !today && inward(offer) && !steady(offer),
  'numb, and it turns inward in another way': (offer, { near }) =>
    near <= 5 && inward(offer) && !FOUR.includes(offer.exercise.kind),
}

/** What is looked up once for all offers of a moment. */
export function look({ checkIns, practices, now }: Situation): Seen {
  const age = (at: string) => now.getTime() - Date.parse(at)
  const recent = checkIns
    .filter((one) => one.kind === 'check_in' && age(one.occurred_at) < 24 * HOUR)
    .toSorted((a, b) => b.occurred_at.localeCompare(a.occurred_at))
  const hard = practices.filter((one) => one.ended_by === 'too_much' || one.thaw === 'less')
  return {
    tender: hard.some((one) => age(endOf(one)) < 24 * HOUR),
    night: [22, 23, 0, 1, 2, 3, 4].includes(now.getHours()),
    today: recent.some((one) => new Date(one.occurred_at).getDate() === now.getDate()),
    tooMuch: lastTooMuch(practices),
    ...answers(recent),
  }
}

function answers(recent: readonly CheckInData[]) {
  const nowhere: Partial<CheckInData> = {}
  const main = recent.find((one) => 'absence' in one || 'nearness' in one) ?? nowhere
  const world = recent.find((one) => 'world_nearness' in one) ?? nowhere
  return {
    world: world.world_nearness ?? 10,
    near: main.nearness ?? 10,
    absence: main.absence,
    glass: JSON.stringify(recent.slice(0, 1)).includes('"experiences":["behind_glass'),
  }
}

function endOf({ ended_at, started_at }: PracticeData): string {
  return ended_at ?? started_at
}

export function broken(offer: Offer, seen: Seen): string[] {
  return Object.keys(RULES).filter((name) => RULES[name]?.(offer, seen))
}

function lastTooMuch(practices: readonly PracticeData[]): Set<string> {
  const avoided = new Set<string>()
  for (const one of practices.toSorted((a, b) => endOf(a).localeCompare(endOf(b))))
    if (one.ended_by === 'too_much') avoided.add(one.exercise)
    else avoided.delete(one.exercise)
  return avoided
}
