import { lineOf, type Cell } from '../../lib/carry/csv.ts'
import type { TableRows } from '../../lib/actions/readRows.ts'
import type { Absence, CheckInData, PracticeData } from '../../lib/db/types.ts'
import { en } from '../../lib/i18n/en.ts'
import { enCheckIns } from '../../lib/i18n/en-check-ins.ts'
import { enTables as t } from '../../lib/i18n/en-tables.ts'
import { summary, type LabelOf } from '../check-in/summary.ts'

/** So many lines, then the screen has its turn. */
const GO = 400
/** Tells spreadsheets that it is UTF-8. */
const MARK = '\uFEFF'

/** How the exercises of the catalogue are called, by slug. */
export type TitleOf = (slug: string) => string

export async function checkInTable(
  { checkIns, notes }: TableRows,
  labelOf: LabelOf,
): Promise<Blob> {
  return tableOf(Object.values(t.checkIns), checkIns, ({ id, data }) =>
    checkInCells(data, notes.get(id) ?? '', labelOf),
  )
}

export async function practiceTable({ practices }: TableRows, titleOf: TitleOf): Promise<Blob> {
  return tableOf(Object.values(t.practices), practices, ({ data }) => practiceCells(data, titleOf))
}

async function tableOf<Row>(
  head: string[],
  rows: Row[],
  cells: (row: Row) => Cell[],
): Promise<Blob> {
  const parts = [MARK, lineOf(head)]
  for (let at = 0; at < rows.length; at += GO) {
    parts.push(
      rows
        .slice(at, at + GO)
        .map((row) => lineOf(cells(row)))
        .join(''),
    )
    await new Promise((resolve) => setTimeout(resolve))
  }
  return new Blob(parts, { type: 'text/csv' })
}

function checkInCells(data: CheckInData, note: string, labelOf: LabelOf): Cell[] {
  const said = (step: Parameters<typeof summary>[0]) => summary(step, data, note, labelOf)
  return [
    wallClock(data.occurred_at, data.time_zone),
    data.ended_at === undefined ? undefined : wallClock(data.ended_at, data.time_zone),
    data.time_zone,
    KINDS[data.kind],
    nearness(data.nearness, data.absence),
    data.world_nearness,
    data.pleasantness,
    data.energy,
    said('words'),
    said('body'),
    said('around'),
    said('experiences'),
    said('habits'),
    note,
  ]
}

const KINDS: Record<CheckInData['kind'], string> = {
  check_in: enCheckIns.noted,
  glimmer: enCheckIns.glimmer,
  foggy_span: enCheckIns.foggy,
}

/** An absence is its word, never 0; what was not answered is empty. */
function nearness(value: number | undefined, absence: Absence | undefined): Cell {
  return absence ? en.absences[absence] : value
}

function practiceCells(data: PracticeData, titleOf: TitleOf): Cell[] {
  return [
    wallClock(data.started_at),
    titleOf(data.exercise),
    data.seconds === undefined ? undefined : Math.round(data.seconds / 6) / 10,
    data.ended_by && t.endedBy[data.ended_by],
    nearness(data.nearness_before, data.absence_before),
    nearness(data.nearness_after, data.absence_after),
    data.thaw && t.thaw[data.thaw],
  ]
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** '2026-11-23 20:30' on the clock that hung there. */
function wallClock(at: string, timeZone?: string): string {
  const clock = clocks.get(timeZone ?? '') ?? clockOf(timeZone)
  clocks.set(timeZone ?? '', clock)
  return clock.format(new Date(at)).replace(', ', ' ')
}

function clockOf(timeZone: string | undefined): Intl.DateTimeFormat {
  // The Swedish way to write a date is the one that spreadsheets sort.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
}
