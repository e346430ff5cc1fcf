import { eased, lengthOf, stretchesOf, type Pace, type Phase } from './breath.ts'

/** What is played: the steps of one dose, and one breath if the exercise has a pace. */
export interface Score {
  steps: readonly { text: string; seconds: number }[]
  pace?: Pace | undefined
}

export interface Moment {
  /** Index of the step. */
  step: number
  /** Whole seconds to the end of the last step. */
  left: number
  finished: boolean
  /** 0 frosted … 1 clear: the breath, or how far the steps have come. */
  openness: number
  /** `count` of `of` seconds. */
  breath: { phase: Phase; count: number; of: number } | undefined
}

const SECOND = 1000

/** Milliseconds from the beginning to the start of a step; of the one after the last: the whole length. */
export function startOf({ steps }: Score, index: number): number {
  return steps.slice(0, index).reduce((sum, { seconds }) => sum + seconds * SECOND, 0)
}

export function wholeOf(score: Score): number {
  return startOf(score, score.steps.length)
}

export function stepAt(score: Score, elapsed: number): number {
  const started = score.steps.findLastIndex((_, index) => startOf(score, index) <= elapsed)
  return Math.max(0, started)
}

/** Each step begins with a breath in; the last step of a paced dose gives the breath back, so it has none. */
export function breathes({ steps, pace }: Score, step: number): boolean {
  return pace !== undefined && step < steps.length - 1
}

export function momentAt(score: Score, elapsed: number): Moment {
  const length = wholeOf(score)
  const at = Math.min(Math.max(elapsed, 0), length)
  const step = stepAt(score, at)
  const breath = breathAt(score, at)
  return {
    step,
    left: Math.ceil((length - at) / SECOND),
    finished: at >= length,
    openness: breath?.openness ?? (step + 1) / (score.steps.length + 1),
    breath: breath && { phase: breath.phase, count: breath.count, of: breath.of },
  }
}

/** Milliseconds until anything in the moment, but for its openness, is different: nothing is drawn before. */
export function untilChange(score: Score, elapsed: number): number {
  const rest = Math.max(0, wholeOf(score) - Math.max(elapsed, 0))
  const second = rest % SECOND || SECOND
  return Math.min(second, breathAt(score, Math.max(elapsed, 0))?.next ?? SECOND)
}

function breathAt(score: Score, elapsed: number) {
  const step = stepAt(score, elapsed)
  if (!score.pace || !breathes(score, step)) return undefined
  const at = (elapsed - startOf(score, step)) % lengthOf(score.pace)
  const stretch = stretchesOf(score.pace).findLast(({ start }) => start <= at)
  if (!stretch) return undefined
  const { phase, start, length, from, to } = stretch
  const gone = at - start
  return {
    phase,
    count: Math.floor(gone / SECOND) + 1,
    of: Math.ceil(length / SECOND),
    openness: from + (to - from) * eased(gone / length),
    next: Math.min(SECOND - (gone % SECOND), length - gone),
  }
}
