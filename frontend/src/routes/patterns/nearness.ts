import type { Absence, CheckInData } from '../../lib/db/types.ts'
import { counted, grouped } from './groups.ts'
import { dayAfter, mondayOf, type Period } from './periods.ts'

/** Farther apart than this, two answers say nothing about the time between them. */
const NEIGHBOURS_MS = 36 * 3_600_000

/** `at`: where in the period, 0 … 1. */
export interface Moment {
  at: number
  nearness: number
}

export interface Mark {
  at: number
  absence: Absence
}

export interface Line {
  moments: Moment[]
  /** Pairs close in time, with no other answer between them. */
  joins: [Moment, Moment][]
  marks: Mark[]
}

/** Each answer of a week or month in its place. An absence is a mark of its own, and never a point of the line. */
export function lineOf({ from, to }: Period, rows: CheckInData[]): Line {
  const line: Line = { moments: [], joins: [], marks: [] }
  let before: (Moment & { time: number }) | undefined
  for (const { time, nearness, absence } of answers(rows)) {
    const at = (time - from.getTime()) / (to.getTime() - from.getTime())
    if (nearness === undefined) {
      if (absence) line.marks.push({ at, absence })
      before = undefined
      continue
    }
    const moment = { at, nearness }
    line.moments.push(moment)
    if (before && time - before.time <= NEIGHBOURS_MS) line.joins.push([before, moment])
    before = { ...moment, time }
  }
  return line
}

/** A week's answers in a year: lowest, middle and highest, and how often each absence was said. */
export interface Week {
  /** Its first day in the year. */
  date: Date
  at: number
  values?: { low: number; middle: number; high: number; count: number }
  absences: [Absence, number][]
}

/** One for each week with an answer, in order; the first and last are cut where the year is. */
export function weeksOf({ from, to }: Period, rows: CheckInData[]): Week[] {
  const byWeek = grouped(answers(rows), ({ time }) => mondayOf(new Date(time)).getTime())
  const year = to.getTime() - from.getTime()
  return [...byWeek].map(([monday, group]) => {
    const first = Math.max(monday, from.getTime())
    const end = Math.min(dayAfter(new Date(monday), 7).getTime(), to.getTime())
    const values = group.flatMap(({ nearness }) => nearness ?? []).sort((a, b) => a - b)
    return {
      date: new Date(first),
      at: ((first + end) / 2 - from.getTime()) / year,
      ...(values.length > 0 && { values: spread(values) }),
      absences: counted(group.flatMap(({ absence }) => absence ?? [])),
    }
  })
}

function spread(sorted: number[]): NonNullable<Week['values']> {
  const at = (index: number) => sorted[index] ?? Number.NaN
  const half = (sorted.length - 1) / 2
  const middle = (at(Math.floor(half)) + at(Math.ceil(half))) / 2
  return { low: at(0), middle, high: at(sorted.length - 1), count: sorted.length }
}

interface Answer {
  time: number
  nearness: number | undefined
  absence: Absence | undefined
}

/** Oldest first. */
function answers(rows: CheckInData[]): Answer[] {
  return rows
    .map(({ occurred_at, nearness, absence }) => ({
      time: Date.parse(occurred_at),
      nearness,
      absence,
    }))
    .filter(({ nearness, absence }) => nearness !== undefined || absence !== undefined)
    .sort((a, b) => a.time - b.time)
}
