import type { CheckInData } from '../../lib/db/types.ts'
import { startOfDay } from './calendar.ts'

/** Days without any note, the one of the newest included, from which coming back is met. */
const GAP_DAYS = 6

export interface Gap {
  /** The newest moment noted before it: what a gap is known by. */
  newest: string
  /** The first moments of the day after that one, and of today. */
  from: Date
  to: Date
}

/**
 * What lies between the newest thing noted before today and today. `passed` is the newest moment of a gap that was
 * passed by. What is noted today does not close it: the question above the offer may well be answered first.
 */
export function gapBefore(rows: CheckInData[], now: Date, passed?: string): Gap | undefined {
  const today = startOfDay(now)
  const moments = rows.map(endOf).filter((moment) => moment <= today.getTime())
  if (moments.length === 0) return undefined
  const last = new Date(Math.max(...moments))
  const newest = last.toISOString()
  if (newest === passed || startOfDay(last, GAP_DAYS) > today) return undefined
  return { newest, from: startOfDay(last, 1), to: today }
}

function endOf({ occurred_at, ended_at }: CheckInData): number {
  return Date.parse(ended_at ?? occurred_at)
}
