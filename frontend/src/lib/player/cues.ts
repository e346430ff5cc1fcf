import { still, stretchesOf, type Pace, type Stretch } from './breath.ts'
import { breathes, startOf, wholeOf, type Score } from './timeline.ts'

/**
 * What is heard and when, in seconds from where the practice is: a glide for each breath in or out (`from` and `to` are
 * how open the breath is at its ends), a tick where the breath is held or rests, a bell where a step without a breath
 * begins and at the very end.
 */
export type Cue =
  | { kind: 'glide'; at: number; seconds: number; from: number; to: number }
  | { kind: 'tick'; at: number }
  | { kind: 'bell'; at: number }

const SECOND = 1000

/** All cues that are still to come. A breath that is under way is taken up where it is. */
export function cuesOf(score: Score, elapsed: number): Cue[] {
  const steps = score.steps.flatMap((_, step) => cuesOfStep(score, step, elapsed))
  const end: Cue = { kind: 'bell', at: seconds(wholeOf(score) - elapsed) }
  return [...steps, end].filter(({ at }) => at >= 0)
}

function cuesOfStep(score: Score, step: number, elapsed: number): Cue[] {
  const [start, end] = [startOf(score, step), startOf(score, step + 1)]
  if (!score.pace || !breathes(score, step)) return [{ kind: 'bell', at: seconds(start - elapsed) }]
  return breathsIn(score.pace, end - start).flatMap(({ stretch, begins }) =>
    cueOf(stretch, start + begins - elapsed),
  )
}

function breathsIn(pace: Pace, length: number) {
  const stretches = stretchesOf(pace)
  const whole = stretches.reduce((total, stretch) => total + stretch.length, 0)
  return Array.from({ length: Math.round(length / whole) }, (_, breath) =>
    stretches.map((stretch) => ({ stretch, begins: breath * whole + stretch.start })),
  ).flat()
}

/** `at` is where the stretch begins, in milliseconds from now; it may have begun before. */
function cueOf({ phase, length, from, to }: Stretch, at: number): Cue[] {
  if (at + length <= 0) return []
  if (still(phase)) return [{ kind: 'tick', at: seconds(at) }]
  const gone = Math.max(0, -at)
  return [
    {
      kind: 'glide',
      at: seconds(at + gone),
      seconds: seconds(length - gone),
      from: round(from + ((to - from) * gone) / length),
      to: round(to),
    },
  ]
}

function seconds(ms: number): number {
  return round(ms / SECOND)
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
