import type { Preview } from '../../lib/carry/desk.ts'
import { enCarry } from '../../lib/i18n/en-carry.ts'

const t = enCarry.bring
const LONGEST = 160

type Said = Pick<Preview, 'misread' | 'differing' | 'dropped'>

/** What did not come in, a line each, short enough for a phone. */
export function linesOf(preview: Said): string[] {
  return wholeLines(preview).map((line) =>
    line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line,
  )
}

/** The same as a text to keep, nothing cut short. */
export function reportOf(preview: Said): string {
  const dropped = preview.dropped.map(([name, rows]) => t.droppedIn(name, rows))
  const lines = [...wholeLines(preview), ...(dropped.length > 0 ? [t.dropped, ...dropped] : [])]
  return `${lines.join('\n')}\n`
}

function wholeLines({ misread, differing }: Said): string[] {
  return [
    ...misread.map(({ at, why, text }) => `${placeOf(at)}: ${t.why[why]}. ${text}`),
    ...differing.map((row) => `${t.why.differs}: ${JSON.stringify(row)}`),
  ]
}

/** A number is a row of another app's file, a name a part of ours. */
function placeOf(at: string): string {
  return /^\d+$/.test(at) ? t.row(at) : t.part(at)
}
