import { inhaling, type Breath, type Pace, type Phase } from './breath.ts'

/**
 * How far a person may change a breath. The bounds are ours, drawn close around what facts.md 1.1 B calls the lowest
 * risk: slow breathing through the nose near six a minute, out a little longer than in. Under 2 s of breath in, or over
 * fifteen breaths a minute, it becomes quick breathing, which Thaw leaves out; over 8 s in, or under three a minute, air
 * hunger begins. A hold can be made shorter or dropped, and never longer than the longest that is taught (7 s); where
 * an exercise has none there is nothing to lengthen. Where the breath out is the longer one it stays at least as long as
 * the breath in: the out-breath is what the exercise is.
 */
const BOUNDS: Record<Phase, readonly [least: number, most: number]> = {
  in: [2, 8],
  top_up: [1, 3],
  hold: [0, 7],
  out: [2, 12],
  rest: [0, 4],
}
/** Seconds of one breath: fifteen to three of them in a minute. */
const WHOLE = [4, 20] as const
export const STEP_SECONDS = 0.5

/** Seconds of each phase, in the order of the exercise's own breath. */
export type Pattern = readonly number[]

export function patternOf(pace: Pace): Pattern {
  return pace.map(({ seconds }) => seconds)
}

/** The breath with the person's own seconds; its own where there are none, or where they do not fit it any more. */
export function paceWith(own: Pace, pattern: Pattern | undefined): Breath[] {
  const fits = pattern !== undefined && isSafe(own, pattern)
  return own.map(({ phase, seconds }, index) => ({
    phase,
    seconds: fits ? (pattern[index] ?? seconds) : seconds,
  }))
}

/** One phase longer or shorter by a step; undefined where that would leave the bounds. */
export function changed(
  own: Pace,
  pattern: Pattern,
  index: number,
  by: number,
): Pattern | undefined {
  const next = pattern.map((seconds, at) => (at === index ? seconds + by : seconds))
  return isSafe(own, next) ? next : undefined
}

export function isSafe(own: Pace, pattern: Pattern): boolean {
  if (pattern.length !== own.length) return false
  const within = own.every(({ phase }, index) => between(pattern[index] ?? NaN, BOUNDS[phase]))
  return within && between(sum(pattern), WHOLE) && keepsOutLonger(own, pattern)
}

function keepsOutLonger(own: Pace, pattern: Pattern): boolean {
  const lead = outLead(own, patternOf(own))
  return lead <= 0 || outLead(own, pattern) >= 0
}

/** Seconds out more than in. */
function outLead(own: Pace, pattern: Pattern): number {
  return own.reduce((lead, { phase }, index) => {
    const seconds = pattern[index] ?? 0
    if (inhaling(phase)) return lead - seconds
    return phase === 'out' ? lead + seconds : lead
  }, 0)
}

function between(value: number, [least, most]: readonly [number, number]): boolean {
  return value >= least && value <= most
}

function sum(pattern: Pattern): number {
  return pattern.reduce((total, seconds) => total + seconds, 0)
}
