import type { Absence, CheckInData } from '../../lib/db/types.ts'
import { en } from '../../lib/i18n/en.ts'
import { enPatterns as t } from '../../lib/i18n/en-patterns.ts'
import { saidIn } from '../words.ts'

const ABSENCES = Object.keys(en.absences) as Absence[]

/** What was noted, counted: no averages, no trends, no days without. `fog` is told with its days. */
export function inWords(rows: CheckInData[], fog: CheckInData[]): string[] {
  const absences = ABSENCES.map((absence): [number, (n: number) => string] => [
    count(rows, (row) => row.absence === absence),
    (n) => t.absence(en.absences[absence], n),
  ])
  const lines: [number, (n: number) => string][] = [
    [count(rows, ({ kind }) => kind === 'check_in'), t.count],
    [count(rows, ({ nearness }) => nearness !== undefined), t.nearness],
    ...absences,
    [count(rows, ({ kind }) => kind === 'glimmer'), t.glimmers],
  ]
  const foggy = fog.map(({ occurred_at, ended_at = occurred_at }) =>
    t.foggy(new Date(occurred_at), new Date(ended_at)),
  )
  return [...lines.filter(([n]) => n > 0).map(([n, words]) => words(n)), ...foggy]
}

/** The latest answer of a day. A glimmer adds light beside it, a foggy span its mist; neither is one. */
export function latest(rows: CheckInData[]): CheckInData | undefined {
  return rows.find(({ kind }) => kind === 'check_in')
}

/** Whether it says how near feelings are, or why that cannot be said. What came from another app may say neither. */
export function answered({ nearness, absence }: CheckInData): boolean {
  return nearness !== undefined || absence !== undefined
}

/** 'Behind glass', '4 of 10, somewhere in between; 3 check-ins; 1 glimmer' */
export function dayInWords(rows: CheckInData[], foggy: boolean): string[] {
  const last = latest(rows)
  const checkIns = count(rows, ({ kind }) => kind === 'check_in')
  const glimmers = count(rows, ({ kind }) => kind === 'glimmer')
  return [
    ...(last ? [saidIn(last)] : []),
    ...(checkIns > 1 ? [t.count(checkIns)] : []),
    ...(glimmers > 0 ? [t.glimmers(glimmers)] : []),
    ...(foggy ? [t.mist] : []),
  ]
}

function count(rows: CheckInData[], is: (row: CheckInData) => boolean): number {
  return rows.filter(is).length
}
