import type { PracticeData } from '../../lib/db/types.ts'
import { outcomeOf, type Outcome } from '../practise/helped.ts'

export interface LastTime {
  at: Date
  /** Days of the calendar since then. */
  days: number
  outcome?: Outcome | undefined
}

const DAY_MS = 86_400_000

/** So far back something is remembered here; to a day ahead, so that what is done while the page is open counts, too. */
export function lastYear(now: Date): [from: Date, to: Date] {
  return [new Date(now.getTime() - 365 * DAY_MS), new Date(now.getTime() + DAY_MS)]
}

/** The last time of this exercise; `practices` newest first. */
export function lastTime(
  practices: readonly PracticeData[],
  slug: string,
  now: Date,
): LastTime | undefined {
  const last = practices.find(({ exercise }) => exercise === slug)
  if (!last) return undefined
  const at = new Date(last.started_at)
  return { at, days: daysBetween(at, now), outcome: outcomeOf(last) }
}

/** By the phone's calendar; a day with 23 or 25 hours is one. */
function daysBetween(from: Date, to: Date): number {
  const [start, end] = [from, to].map((at) =>
    Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()),
  )
  return ((end ?? 0) - (start ?? 0)) / DAY_MS
}
