import type { Absence } from '../../lib/db/types.ts'
import { en } from '../../lib/i18n/en.ts'
import { enPatterns as t } from '../../lib/i18n/en-patterns.ts'
import { dot, frostMark } from './marks.ts'
import type { Line, Week } from './nearness.ts'
import { dayAfter, type Period } from './periods.ts'

/** The drawing of nearness over time, in units of its viewBox. */
export const WIDTH = 340
export const HEIGHT = 138
export const LANE = 16
const TOP = 9
const STEP = 12

export interface Drawing {
  dots: string
  lines: string
  /** From the lowest to the highest of a week. */
  bars: string
  /** A lane for each absence that was said, in the order of the check-in. */
  lanes: Lane[]
}

export interface Lane {
  absence: Absence
  marks: string
}

/** Where a nearness of 0 … 10 lies. */
export function heightOf(nearness: number): number {
  return TOP + (10 - nearness) * STEP
}

export function drawLine({ moments, joins, marks }: Line): Drawing {
  return {
    dots: moments.map(({ at, nearness }) => dot(across(at), heightOf(nearness))).join(''),
    lines: joins
      .map(
        ([a, b]) =>
          `M${across(a.at)} ${heightOf(a.nearness)}L${across(b.at)} ${heightOf(b.nearness)}`,
      )
      .join(''),
    bars: '',
    lanes: lanesOf(marks),
  }
}

export function drawWeeks(weeks: Week[]): Drawing {
  const said = weeks.flatMap(({ at, values }) => (values ? { at, ...values } : []))
  const marks = weeks.flatMap(({ at, absences }) => absences.map(([absence]) => ({ at, absence })))
  return {
    dots: said.map(({ at, middle }) => dot(across(at), heightOf(middle))).join(''),
    lines: '',
    bars: said
      .map(({ at, low, high }) => `M${across(at)} ${heightOf(low)}V${heightOf(high)}`)
      .join(''),
    lanes: lanesOf(marks),
  }
}

/** What stands under the drawing, each at the middle of its day or month (0 … 1). */
export function ticksOf({ span, from, to }: Period): { at: number; text: string }[] {
  const at = (start: Date, end: Date) =>
    ((start.getTime() + end.getTime()) / 2 - from.getTime()) / (to.getTime() - from.getTime())
  if (span === 'year')
    return Array.from({ length: 12 }, (_, month) => {
      const start = new Date(from.getFullYear(), month)
      return { at: at(start, new Date(from.getFullYear(), month + 1)), text: t.initial(start) }
    })
  const days = span === 'week' ? [0, 1, 2, 3, 4, 5, 6] : [0, 7, 14, 21, 28]
  return days
    .map((by) => dayAfter(from, by))
    .filter((day) => day < to)
    .map((day) => ({
      at: at(day, dayAfter(day, 1)),
      text: span === 'week' ? (t.weekdays[(day.getDay() + 6) % 7] ?? '') : String(day.getDate()),
    }))
}

function lanesOf(marks: { at: number; absence: Absence }[]): Lane[] {
  const absences = (Object.keys(en.absences) as Absence[]).filter((absence) =>
    marks.some((mark) => mark.absence === absence),
  )
  return absences.map((absence, index) => ({
    absence,
    marks: marks
      .filter((mark) => mark.absence === absence)
      .map(({ at }) => frostMark(absence, across(at), (index + 0.5) * LANE, 4))
      .join(''),
  }))
}

/** One decimal is finer than any screen, and a fraction of the characters. */
function across(at: number): number {
  return Math.round(at * WIDTH * 10) / 10
}
