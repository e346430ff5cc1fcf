import type { Absence, CheckInData } from '../../lib/db/types.ts'
import { dayOf } from '../../lib/i18n/dates.ts'
import { en } from '../../lib/i18n/en.ts'
import { enCharts } from '../../lib/i18n/en-patterns-charts.ts'
import { enPatterns } from '../../lib/i18n/en-patterns.ts'
import { grouped } from './groups.ts'
import { weeksOf, type Week } from './nearness.ts'
import { dayKey, type Period } from './periods.ts'
import { cellsOf, placesOf, type Point } from './range.ts'

const t = enCharts.nearness
/** At least half as often as the first place, and at most so many, are 'mostly'. */
const MOSTLY = 2
/** From so many points on there is a 'mostly'. */
const SEVERAL = 4

/** The chart of nearness in words: a line for each day with an answer, or for each week of a year; oldest first. */
export function nearnessTold(period: Period, rows: CheckInData[]): string[] {
  if (period.span === 'year') return weeksOf(period, rows).map(weekTold)
  const answered = rows
    .filter(({ nearness, absence }) => nearness !== undefined || absence !== undefined)
    .sort((a, b) => Date.parse(a.occurred_at) - Date.parse(b.occurred_at))
  const days = grouped(answered, ({ occurred_at }) => dayKey(new Date(occurred_at)))
  return [...days].map(([key, day]) => t.day(dayOf(new Date(`${key}T12:00`)), day.map(answer)))
}

function answer({ nearness, absence }: CheckInData): string {
  return nearness === undefined ? absenceName(absence ?? 'nothing') : t.value(nearness)
}

function weekTold({ date, values, absences }: Week): string {
  const said = values ? [valuesTold(values)] : []
  const frost = absences.map(([absence, n]) => enPatterns.absence(absenceName(absence), n))
  return t.week(date, [...said, ...frost])
}

function valuesTold({ low, middle, high, count }: NonNullable<Week['values']>): string {
  return count === 1 ? t.one(low) : t.values(low, high, middle, count)
}

function absenceName(absence: Absence): string {
  return en.absences[absence]
}

/** '7 places on the plane. Mostly flat and heavy; twice lively.' */
export function rangeTold(points: Point[]): string[] {
  const visited = cellsOf(points).filter(({ count }) => count > 0).length
  const places = placesOf(points).map(([place, n]): [string, number] => [words[place], n])
  const top = places[0]?.[1] ?? 0
  const most = places.slice(0, MOSTLY).filter(([, n]) => n * 2 >= top)
  const mostly = enCharts.range.mostly(
    most.map(([place]) => place),
    places.slice(most.length),
  )
  const sentence = points.length < SEVERAL ? enCharts.range.once(places) : mostly
  return [enCharts.range.visited(visited), sentence]
}

/** 'Flat: 3 times' for each place. */
export function placesTold(points: Point[]): string[] {
  return placesOf(points).map(([place, n]) => enCharts.range.place(words[place], n))
}

const words = enCharts.range.words
