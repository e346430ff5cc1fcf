import type { Absence, CheckInData } from '../../lib/db/types.ts'
import { en } from '../../lib/i18n/en.ts'
import { enPatterns as t } from '../../lib/i18n/en-patterns.ts'
import { saidIn } from '../words.ts'

const ABSENCES = Object.keys(en.absences) as Absence[]

/** What was noted, counted: no averages, no trends, no days without. */
export function inWords(rows: CheckInData[]): string[] {
  const absences = ABSENCES.map((absence): [number, (n: number) => string] => [
    count(rows, (row) => row.absence === absence),
    (n) => t.absence(en.absences[absence], n),
  ])
  const lines: [number, (n: number) => string][] = [
    [count(rows, ({ kind }) => kind === 'check_in'), t.count],
    [count(rows, ({ nearness }) => nearness !== undefined), t.nearness],
    ...absences,
    [count(rows, ({ kind }) => kind === 'glimmer'), t.glimmers],
    [count(rows, ({ kind }) => kind === 'foggy_span'), t.foggy],
  ]
  return lines.filter(([n]) => n > 0).map(([n, words]) => words(n))
}

/** The latest answer of a day; a glimmer adds light beside it and is no answer of its own. */
export function latest(rows: CheckInData[]): CheckInData | undefined {
  return rows.find(({ kind }) => kind === 'check_in') ?? rows[0]
}

/** 'Behind glass', '4 of 10, somewhere in between; 3 check-ins; 1 glimmer' */
export function dayInWords(rows: CheckInData[]): string[] {
  const last = latest(rows)
  const checkIns = count(rows, ({ kind }) => kind === 'check_in')
  const glimmers = count(rows, ({ kind }) => kind === 'glimmer')
  return [
    ...(last && last.kind !== 'glimmer' ? [saidIn(last)] : []),
    ...(checkIns > 1 ? [t.count(checkIns)] : []),
    ...(glimmers > 0 ? [t.glimmers(glimmers)] : []),
  ]
}

function count(rows: CheckInData[], is: (row: CheckInData) => boolean): number {
  return rows.filter(is).length
}
