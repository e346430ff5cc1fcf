import type { CheckInData } from '../../lib/db/types.ts'
import { grouped } from './groups.ts'
import { dayAfter, dayKey, type Period } from './periods.ts'

export interface Day {
  /** '2026-11-03' */
  key: string
  date: Date
  /** Newest first. */
  rows: CheckInData[]
  foggy: boolean
}

/** Every day of the period, with what was noted on it. `fog`: spans, also those that reach in from outside. */
export function daysOf({ from, to }: Period, rows: CheckInData[], fog: CheckInData[]): Day[] {
  const noted = grouped(rows, ({ occurred_at }) => dayKey(new Date(occurred_at)))
  const spans = fog.map(reach)
  const days: Day[] = []
  for (let date = from; date < to; date = dayAfter(date, 1)) {
    const key = dayKey(date)
    const foggy = spans.some(([first, last]) => first <= key && key <= last)
    days.push({ key, date, rows: noted.get(key) ?? [], foggy })
  }
  return days
}

/** The first and the last day of a foggy span; without an end it is a day. */
export function reach({ occurred_at, ended_at = occurred_at }: CheckInData): [string, string] {
  return [dayKey(new Date(occurred_at)), dayKey(new Date(ended_at))]
}
