import type { CheckInData, PracticeData } from '../db/types.ts'
import { draws } from './belief.ts'
import type { Candidate } from './candidate.ts'
import { doseFor, endOf } from './care.ts'
import { hashOf, normalOf } from './random.ts'
import { reasonFor, type Marked, type Reason } from './reasons.ts'
import { fitsToday, isSafe, looksOutward, tooMuchLast } from './rules.ts'
import { needsGround, stateOf, type Mood, type State } from './state.ts'

export interface Known<E extends Candidate> {
  shelf: readonly E[]
  checkIns: readonly CheckInData[]
  /** All there are: what was too much stays so, however long ago. */
  practices: readonly PracticeData[]
  marked: readonly Marked[]
}

/** The moment, and this phone's own number: the same ones always give the same answer. */
export interface Moment {
  now: Date
  seed: number
}

export interface Suggestion<E extends Candidate> {
  exercise: E
  /** Index of the dose that lies ready. */
  dose: number
  reason: Reason
}

const DAY_MS = 86_400_000
/** What helped long ago may not help now. */
const REMEMBERED_DAYS = 180
const LATELY_DAYS = 3
const REST_DAYS = 2

/**
 * What could be done next, best first; each is there once, so that 'something else' is the next one. Without `kinds` it
 * is for Today: what fits the state. With `kinds` the person looks at a place of the way: all that is safe of these.
 */
export function suggest<E extends Candidate>(
  { shelf, checkIns, practices, marked }: Known<E>,
  moment: Moment,
  kinds?: readonly string[],
): Suggestion<E>[] {
  const state = stateOf(checkIns, practices, moment.now)
  const avoided = tooMuchLast(practices)
  const own = byExercise(practices)
  // In one order, whatever the shelf's: sums and ties then never depend on it.
  const ordered = shelf.toSorted((one, other) => (one.slug < other.slug ? -1 : 1))
  const places = placesOf(ordered, practices, marked, moment, state)
  return ordered
    .filter(
      (exercise) =>
        isSafe(exercise, state, avoided) &&
        (kinds ? kinds.includes(exercise.kind) : fitsToday(exercise, state)),
    )
    .toSorted((one, other) => places(one) - places(other))
    .map((exercise) => {
      const done = own.get(exercise.slug) ?? []
      const dose = readyDose(exercise, done, state, moment.now)
      return { exercise, dose, reason: reasonFor(exercise, state, done, marked) }
    })
}

function byExercise(practices: readonly PracticeData[]): Map<string, PracticeData[]> {
  const groups = new Map<string, PracticeData[]>()
  for (const practice of practices) {
    const group = groups.get(practice.exercise)
    if (group) group.push(practice)
    else groups.set(practice.exercise, [practice])
  }
  return groups
}

/** A longer one waits until the world is near, and writing is short while it is numb. */
function readyDose(
  exercise: Candidate,
  done: readonly PracticeData[],
  { mood, severe, tender }: State,
  now: Date,
): number {
  const short = severe || tender || needsGround(mood)
  return short || (mood === 'flat' && exercise.kind === 'writing')
    ? 0
    : doseFor(exercise, done, now)
}

/** Where each has its place: by how well it suits the hour and the state, then by today's draw; the smaller the better. */
function placesOf(
  shelf: readonly Candidate[],
  practices: readonly PracticeData[],
  marked: readonly Marked[],
  { now, seed }: Moment,
  state: State,
): (exercise: Candidate) => number {
  const lately = practices.filter((one) => endOf(one) > now.getTime() - REMEMBERED_DAYS * DAY_MS)
  const leads = new Set(marked.flatMap((card) => card.try ?? []))
  const day = localDay(now)
  const drawn = draws(shelf, lately, leads, (name) => normalOf(`${seed} ${day} ${name}`))
  const ago = daysAgo(lately, day)
  const rests = ({ slug }: Candidate) => isResting(ago.get(slug), hashOf(`${seed} ${slug}`) + day)
  return (exercise) =>
    MANY * (2 * Number(rests(exercise)) + Number(!isFitting(exercise, state))) -
    (drawn.get(exercise.slug) ?? 0)
}

function daysAgo(practices: readonly PracticeData[], day: number): Map<string, number> {
  const ago = new Map<string, number>()
  for (const practice of practices) {
    const days = day - localDay(new Date(endOf(practice)))
    ago.set(practice.exercise, Math.min(days, ago.get(practice.exercise) ?? days))
  }
  return ago
}

/**
 * Not the very same one each day: what was done today or yesterday comes after the others; and what was done longer ago
 * takes every other day off, so that a favourite that is passed by does not stand there each morning. What was never
 * tried is drawn anew each day as it is.
 */
function isResting(ago: number | undefined, turn: number): boolean {
  if (ago === undefined) return false
  return ago > LATELY_DAYS ? turn % 2 === 0 : ago < REST_DAYS
}

/** More than any draw. */
const MANY = 1000

const TAGS: Partial<Record<Mood, string>> = { unreal: 'unreal', too_much: 'too_much', flat: 'flat' }

/** Has the tag that goes with the state, else with the night; and looks outward, while nothing was said. */
function isFitting(exercise: Candidate, { mood, night }: State): boolean {
  const wanted = night && !needsGround(mood) ? 'cannot_sleep' : TAGS[mood]
  return isTagged(exercise, wanted) && (mood !== 'open' || looksOutward(exercise))
}

/** A catalogue without tags is not held to them. */
function isTagged({ suits = [] }: Candidate, wanted: string | undefined): boolean {
  return suits.length === 0 || wanted === undefined || suits.includes(wanted)
}

/** The days of the phone's own calendar, counted. */
function localDay(when: Date): number {
  return Math.round(Date.UTC(when.getFullYear(), when.getMonth(), when.getDate()) / DAY_MS)
}
