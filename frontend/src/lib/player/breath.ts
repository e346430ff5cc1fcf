export type Phase = 'in' | 'top_up' | 'hold' | 'out' | 'rest'

export interface Breath {
  phase: Phase
  seconds: number
}

/** One breath, its phases in order. */
export type Pace = readonly Breath[]

/** A phase as part of a breath: `from` and `to` are how open the pane is at its ends, 0 frosted … 1 clear. */
export interface Stretch {
  phase: Phase
  /** Milliseconds from the start of the breath. */
  start: number
  length: number
  from: number
  to: number
}

const SECOND = 1000
const INHALING: readonly Phase[] = ['in', 'top_up']
const STILL: readonly Phase[] = ['hold', 'rest']

export function inhaling(phase: Phase): boolean {
  return INHALING.includes(phase)
}

export function still(phase: Phase): boolean {
  return STILL.includes(phase)
}

/** Milliseconds. */
export function lengthOf(pace: Pace): number {
  return pace.reduce((total, { seconds }) => total + seconds * SECOND, 0)
}

export function stretchesOf(pace: Pace): Stretch[] {
  let [start, from] = [0, 0]
  return pace.map(({ phase, seconds }) => {
    const stretch = {
      phase,
      start,
      length: seconds * SECOND,
      from,
      to: from + wayOf(pace, phase, seconds),
    }
    start += stretch.length
    from = stretch.to
    return stretch
  })
}

/** What a phase adds to the openness: all phases in make 1 together, all phases out take it back. */
function wayOf(pace: Pace, phase: Phase, seconds: number): number {
  if (still(phase)) return 0
  const alike = pace.filter(
    (other) => !still(other.phase) && inhaling(other.phase) === inhaling(phase),
  )
  const share = (seconds * SECOND) / lengthOf(alike)
  return inhaling(phase) ? share : -share
}

/** Slow at both turns, as a breath is. */
export function eased(part: number): number {
  return (1 - Math.cos(Math.PI * part)) / 2
}
