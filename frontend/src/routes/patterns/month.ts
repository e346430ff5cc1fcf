import type { CheckInData, Row } from '../../lib/db/types.ts'

/** A month of the phone's own calendar; `month` counts from 1. */
export interface Month {
  year: number
  month: number
}

export interface Day {
  /** '2026-11-03' */
  key: string
  date: Date
  /** Newest first. */
  rows: CheckInData[]
}

export function monthOf(when: Date): Month {
  return { year: when.getFullYear(), month: when.getMonth() + 1 }
}

export function shifted({ year, month }: Month, by: number): Month {
  return monthOf(new Date(year, month - 1 + by, 1))
}

export function keyOf({ year, month }: Month): string {
  return `${year}-${String(month).padStart(2, '0')}`
}

/** '2026-11' as it stands in an address; anything else is the month of `now`. */
export function monthFrom(text: string, now: Date): Month {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? []
  return year && month ? { year: Number(year), month: Number(month) } : monthOf(now)
}

/** The first moment of a month, by the phone's clock. */
export function startOf({ year, month }: Month): Date {
  return new Date(year, month - 1, 1)
}

/** 1 is Monday. */
export function weekdayOf(date: Date): number {
  return ((date.getDay() + 6) % 7) + 1
}

export function dayKey(date: Date): string {
  return `${keyOf(monthOf(date))}-${String(date.getDate()).padStart(2, '0')}`
}

/** Every day of the month, with what was noted on it. */
export function daysOf(month: Month, rows: Row<CheckInData>[]): Day[] {
  const noted = new Map<string, CheckInData[]>()
  for (const { data } of rows) {
    const key = dayKey(new Date(data.occurred_at))
    noted.set(key, [...(noted.get(key) ?? []), data])
  }
  const length = new Date(month.year, month.month, 0).getDate()
  return Array.from({ length }, (_, index) => {
    const date = new Date(month.year, month.month - 1, index + 1)
    const key = dayKey(date)
    return { key, date, rows: noted.get(key) ?? [] }
  })
}
