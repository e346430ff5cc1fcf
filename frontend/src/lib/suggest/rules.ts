import type { PracticeData } from '../db/types.ts'
import type { Candidate } from './candidate.ts'
import { endOf } from './care.ts'
import { needsGround, type Mood, type State } from './state.ts'

/** facts.md, 'Decision rule': the one breath that is offered when it is too much. */
const STEADY_BREATH = 'longer-out-breath'
const OUTWARD = ['grounding', 'movement', 'mindfulness', 'creativity']
const NUMB_BUT_PRESENT = ['breathwork', 'movement', 'creativity', 'writing']

/** The exercises whose last practice was too much. Once the person has done one again without, it is off the list. */
export function tooMuchLast(practices: readonly PracticeData[]): ReadonlySet<string> {
  const last = new Map<string, { at: number; tooMuch: boolean }>()
  for (const practice of practices) {
    const at = endOf(practice)
    const before = last.get(practice.exercise)
    const tooMuch = practice.ended_by === 'too_much'
    if (!before || at > before.at) last.set(practice.exercise, { at, tooMuch })
    else if (at === before.at && tooMuch) before.tooMuch = true
  }
  return new Set([...last].filter(([, { tooMuch }]) => tooMuch).map(([slug]) => slug))
}

/** What may be offered at all in this state, wherever it is offered unasked. */
export function isSafe(exercise: Candidate, state: State, avoided: ReadonlySet<string>): boolean {
  return (
    exercise.doses.length > 0 &&
    !avoided.has(exercise.slug) &&
    !isGated(exercise) &&
    suitsHere(exercise, state) &&
    suitsMood(exercise, state)
  )
}

/** Held breath is gated, too; it is looked at twice. */
function isGated({ gates = [], pace = [] }: Candidate): boolean {
  return gates.length > 0 || pace.some(({ phase }) => phase === 'hold')
}

/** Where the person is remains unknown: it has to fit a room; and at night it neither stirs up nor leads out. */
function suitsHere(exercise: Candidate, { night }: State): boolean {
  const walks = isOnly('walking', exercise.posture)
  if (night) return !walks && exercise.energy !== 'high'
  return !(walks && isOnly('outdoors', exercise.place))
}

function isOnly(name: string, names: readonly string[] = []): boolean {
  return names.length > 0 && names.every((one) => one === name)
}

function suitsMood(exercise: Candidate, { mood, tender }: State): boolean {
  const allowed = !tender || looksOutward(exercise)
  if (!needsGround(mood)) return allowed
  if (exercise.kind === 'grounding') return looksOutward(exercise)
  return mood === 'too_much' && exercise.slug === STEADY_BREATH && allowed
}

/** What does not say so is taken to turn inward. */
export function looksOutward({ inner_focus }: Candidate): boolean {
  return inner_focus === false
}

const FITS: Record<Mood, (exercise: Candidate) => boolean> = {
  unreal: () => true,
  too_much: () => true,
  flat: ({ kind }) => NUMB_BUT_PRESENT.includes(kind),
  near: () => true,
  open: (exercise) =>
    OUTWARD.includes(exercise.kind) && looksOutward(exercise) && exercise.energy === 'low',
}

/** Of what is safe, what is one small step today. Other people are never asked for here: the way leads there. */
export function fitsToday(exercise: Candidate, { mood, tender }: State): boolean {
  const gentle = tender && !needsGround(mood)
  return !needsOthers(exercise) && FITS[gentle ? 'open' : mood](exercise)
}

function needsOthers({ kind, suits }: Candidate): boolean {
  return kind === 'others' || isOnly('with_someone', suits)
}
