import type { Incoming } from '../incoming.ts'
import { Unreadable } from '../unreadable.ts'
import { Gathering, type Known } from './gathering.ts'
import { Counter } from './ids.ts'
import { lineOf, type Table, type TableRow } from './table.ts'
import { clockIn, instantOf, monthOf, type Wall } from './times.ts'

/**
 * How We Feel's export (HowWeFeelEmotions.csv, also Check-in_data.csv). Columns are found by name: which of them are
 * there differs between versions (docs/import.md). Date is '2026 Sun May 17 3:39 PM'; several moods or tags in one cell
 * are separated by ';'; Reflections and Takeaways hold text, or a JSON list of {text}.
 *
 * The file names a mood and says neither how pleasant nor how lively it is, so neither is made up. Numbers about the day
 * (steps, sleep, weather …) have no place in a check-in.
 */
const TAGS = ['Tags (People)', 'Tags (Places)', 'Tags (Events)']
const WRITTEN = ['Notes', 'Reflections', 'Takeaways']
const READ = new Set([
  ...['Date', 'Mood', 'Mood Key', 'Mood Keys', 'Locale', ...TAGS, ...WRITTEN],
  ...['Tags Key (People)', 'Tags Key (Places)', 'Tags Key (Events)'],
])

export function isHowWeFeel(names: string[]): boolean {
  return ['Date', 'Mood', ...TAGS].every((name) => names.includes(name))
}

export async function fromHowWeFeel(
  { names, rows }: Table,
  zone: string,
  known: Known,
): Promise<Incoming> {
  if (rows.length === 0) throw new Unreadable('no_rows')
  const gathering = new Gathering('how_we_feel', zone, known)
  const counter = new Counter()
  const others = names.filter((name) => !READ.has(name))
  for (const [index, row] of [...rows.entries()].reverse()) {
    await addRow(gathering, counter, row, String(index + 2), zone)
    for (const name of others) if (says(row[name])) gathering.drop(name)
  }
  return gathering.done()
}

async function addRow(
  gathering: Gathering,
  counter: Counter,
  row: TableRow,
  at: string,
  zone: string,
): Promise<void> {
  const wall = wallOf(row['Date'] ?? '')
  const occurred_at = wall && instantOf(wall, zone)
  if (!occurred_at) {
    gathering.misread(at, 'date', lineOf(row))
    return
  }
  const moment = Object.values(wall).join(' ')
  await gathering.add({
    at,
    text: lineOf(row),
    key: [moment, counter.next(moment)],
    occurred_at,
    words: partsOf(row['Mood']),
    around: TAGS.flatMap((name) => partsOf(row[name])),
    note: WRITTEN.map((name) => writtenIn(row[name]))
      .filter(Boolean)
      .join('\n\n'),
  })
}

function wallOf(text: string): Wall | undefined {
  // Newer phones put a narrow no-break space before AM and PM: \s is any of them.
  const found = /^(\d{4})\s+\S+\s+(\S+)\s+(\d{1,2})\s+(.+)$/u.exec(text.trim())
  const [year, month, day, time] = found?.slice(1) ?? ['', '', '', '']
  const clock = clockIn(String(time))
  const date = { year: Number(year), month: monthOf(String(month)), day: Number(day) }
  return clock && date.month > 0 ? { ...date, ...clock } : undefined
}

function partsOf(text = ''): string[] {
  return text.split(';').map((part) => part.trim())
}

function writtenIn(text = ''): string {
  if (!text.trim().startsWith('[')) return text.trim()
  try {
    const parts = JSON.parse(text) as unknown[]
    return parts.map(textOf).filter(Boolean).join('\n')
  } catch {
    return text.trim()
  }
}

function textOf(part: unknown): string {
  const text = typeof part === 'string' ? part : (Object(part) as { text?: unknown }).text
  return typeof text === 'string' ? text.trim() : ''
}

/** A sensor that counted nothing says nothing. */
function says(value = ''): boolean {
  return value.trim() !== '' && Number(value) !== 0
}
