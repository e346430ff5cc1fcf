export type Phase = 'in' | 'top_up' | 'out' | 'rest'

export interface Breath {
  phase: Phase
  seconds: number
}

/** What is played: the steps of one dose, and one breath if the exercise has a pace. */
export interface Score {
  steps: readonly { text: string; seconds: number }[]
  pace?: readonly Breath[] | undefined
}

export interface Moment {
  /** Index of the step. */
  step: number
  /** Whole seconds to the end of the last step. */
  left: number
  finished: boolean
  /** 0 frosted … 1 clear: the breath, or how far the steps have come. */
  openness: number
  breath: { phase: Phase; count: number } | undefined
}

const SECOND = 1000
const INHALING: readonly Phase[] = ['in', 'top_up']

/** Milliseconds from the beginning to the start of a step; of the one after the last: the whole length. */
export function startOf({ steps }: Score, index: number): number {
  return steps.slice(0, index).reduce((sum, { seconds }) => sum + seconds * SECOND, 0)
}

export function momentAt(score: Score, elapsed: number): Moment {
  const { steps, pace } = score
  const length = startOf(score, steps.length)
  const at = Math.min(Math.max(elapsed, 0), length)
  const step = Math.max(
    0,
    steps.findLastIndex((_, index) => startOf(score, index) <= at),
  )
  const breath =
    step < steps.length - 1 && pace ? breathAt(pace, at - startOf(score, step)) : undefined
  return {
    step,
    left: Math.ceil((length - at) / SECOND),
    finished: at >= length,
    openness: breath?.openness ?? (step + 1) / (steps.length + 1),
    breath: breath && { phase: breath.phase, count: breath.count },
  }
}

export function inhaling(phase: Phase): boolean {
  return INHALING.includes(phase)
}

/** Each step begins with a breath in; the last step of a paced dose gives the breath back, so it has none. */
function breathAt(pace: readonly Breath[], elapsed: number) {
  let at = elapsed % lengthOf(pace)
  let openness = 0
  for (const { phase, seconds } of pace) {
    const way = wayOf(pace, phase, seconds)
    const part = at / (seconds * SECOND)
    const count = Math.floor(at / SECOND) + 1
    if (part < 1) return { phase, count, openness: openness + way * eased(part) }
    at -= seconds * SECOND
    openness += way
  }
  return undefined
}

/** What a phase adds to the openness: all phases in make 1 together, all phases out take it back. */
function wayOf(pace: readonly Breath[], phase: Phase, seconds: number): number {
  if (phase === 'rest') return 0
  const alike = pace.filter(
    (other) => other.phase !== 'rest' && inhaling(other.phase) === inhaling(phase),
  )
  const share = (seconds * SECOND) / lengthOf(alike)
  return inhaling(phase) ? share : -share
}

function lengthOf(pace: readonly Breath[]): number {
  return pace.reduce((total, { seconds }) => total + seconds * SECOND, 0)
}

/** Slow at both turns, as a breath is. */
function eased(part: number): number {
  return (1 - Math.cos(Math.PI * part)) / 2
}
