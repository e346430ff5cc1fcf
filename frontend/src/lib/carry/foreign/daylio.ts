import type { Incoming } from '../incoming.ts'
import { Unreadable } from '../unreadable.ts'
import { Gathering, type Known } from './gathering.ts'
import { Counter } from './ids.ts'
import { plainOf } from './markup.ts'
import { lineOf, type Table, type TableRow } from './table.ts'
import { clockIn, instantOf, monthOf, type Wall } from './times.ts'

/**
 * Daylio's 'Export entries' as CSV. Three headers are known (docs/import.md names where from):
 *   2018   year,date,weekday,time,mood,activities,note
 *   2019   full_date,date,weekday,time,mood,activities[,note_title],note
 *   today  full_date,date,weekday,time,mood,activities,scales,note_title,note
 * `full_date` is the one date that is not localised. Activities and scales are separated by ' | '; a scale is
 * 'name:<no-break space>value'.
 *
 * A mood is one of five steps from bad to good, by a name that people may change. The names that Daylio comes with say
 * how pleasant it was; a name of one's own says nothing of its step, so it is kept as a word and nothing more.
 */
const STEPS: Record<string, number> = {
  ...{ rad: 1, good: 0.5, meh: 0, bad: -0.5, awful: -1 },
  ...{ super: 1, gut: 0.5, ok: 0, schlecht: -0.5, lausig: -1 },
}

export function isDaylio(names: string[]): boolean {
  const needed = ['date', 'weekday', 'time', 'mood', 'activities']
  return needed.every((name) => names.includes(name)) && /year|full_date/.test(names.join())
}

export async function fromDaylio(
  { names, rows }: Table,
  zone: string,
  known: Known,
): Promise<Incoming> {
  if (rows.length === 0) throw new Unreadable('no_rows')
  const gathering = new Gathering('daylio', zone, known)
  const counter = new Counter()
  // The newest comes first: counted from the oldest, so that what is noted later changes no id.
  for (const [index, row] of [...rows.entries()].reverse())
    await addRow(gathering, counter, row, { at: String(index + 2), zone, names })
  return gathering.done()
}

interface Place {
  at: string
  zone: string
  names: string[]
}

async function addRow(
  gathering: Gathering,
  counter: Counter,
  row: TableRow,
  { at, zone, names }: Place,
): Promise<void> {
  const text = lineOf(row)
  const wall = wallOf(row)
  const occurred_at = wall && instantOf(wall, zone)
  if (isShort(names, row) || !occurred_at) {
    gathering.misread(at, isShort(names, row) ? 'columns' : 'date', text)
    return
  }
  const moment = Object.values(wall).join(' ')
  const mood = (row['mood'] ?? '').trim()
  await gathering.add({
    at,
    text,
    key: [moment, counter.next(moment)],
    occurred_at,
    pleasantness: STEPS[mood.toLowerCase()],
    words: [mood],
    around: partsOf(row['activities']),
    note: noteOf(row),
  })
}

function isShort(names: string[], row: TableRow): boolean {
  return names.some((name) => row[name] === undefined)
}

function wallOf(row: TableRow): Wall | undefined {
  const clock = clockIn(row['time'] ?? '')
  const day = row['full_date'] === undefined ? oldDay(row) : isoDay(row['full_date'])
  return clock && day && { ...day, ...clock }
}

function isoDay(text: string): Omit<Wall, 'hour' | 'minute'> | undefined {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text.trim())
  return found ? dayIn(Number(found[1]), Number(found[2]), Number(found[3])) : undefined
}

/** Year in one column; '18 May' or 'May 18' in the next. */
function oldDay(row: TableRow): Omit<Wall, 'hour' | 'minute'> | undefined {
  const [, month = '', day = ''] =
    /^(?=.*?([a-z]{3,}))(?=.*?(\d{1,2}))/i.exec(row['date'] ?? '') ?? []
  return monthOf(month) ? dayIn(Number(row['year']), monthOf(month), Number(day)) : undefined
}

function dayIn(year: number, month: number, day: number) {
  return { year, month, day }
}

function partsOf(text = ''): string[] {
  return text.split('|').map((part) => part.trim())
}

/** Title, text, and the scales, which are the person's own numbers for things that Thaw does not ask. */
function noteOf(row: TableRow): string {
  const scales = partsOf(row['scales']?.replaceAll('\u00A0', ' ')).join('\n')
  const parts = [plainOf(row['note_title'] ?? ''), plainOf(row['note'] ?? ''), scales]
  return parts.filter(Boolean).join('\n\n')
}
