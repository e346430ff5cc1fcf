import type { Absence } from '../../lib/db/types.ts'
import { latest } from './counts.ts'
import type { Day } from './days.ts'
import { grouped } from './groups.ts'
import { disc, dot, frostMark } from './marks.ts'
import { weekdayOf } from './periods.ts'

/** The side of a day, and of the pane in it, in units of the drawing. */
export const STEP = 10
const PANE = 8

/** One month in a few SVG paths: hundreds of panes as elements of their own would be too slow. */
export interface MonthDrawing {
  days: Day[]
  /** Days with nothing, panes of days with an answer, and the bars of those. */
  plain: string
  panes: string
  bars: string
  /** Nearness as discs of light. */
  light: string
  frost: [absence: Absence, path: string][]
  glimmers: string
  /** The middle line of the days of each foggy span. */
  mist: string
}

export function monthsOf(days: Day[]): MonthDrawing[] {
  return [...grouped(days, ({ key }) => key.slice(0, 7)).values()].map(drawn)
}

function drawn(days: Day[]): MonthDrawing {
  const cells = days.map((day) => ({ ...day, ...placeIn(day.date, days), last: latest(day.rows) }))
  const path = (is: (cell: Cell) => boolean, draw: (x: number, y: number, cell: Cell) => string) =>
    cells
      .filter(is)
      .map((cell) => draw(cell.x, cell.y, cell))
      .join('')
  const said = ({ last }: Cell) => last !== undefined
  const absences = ['nothing', 'cannot_tell', 'behind_glass', 'too_mixed'] as const
  return {
    days,
    plain: path((cell) => !said(cell), square),
    panes: path(said, square),
    bars: path(said, (x, y) => `M${x} ${y - PANE / 2}v${PANE}M${x - PANE / 2} ${y}h${PANE}`),
    light: path(
      ({ last }) => last?.nearness !== undefined,
      (x, y, { last }) => disc(x, y, 0.8 + (last?.nearness ?? 0) * 0.3),
    ),
    frost: absences.map((absence) => [
      absence,
      path(
        ({ last }) => last?.absence === absence,
        (x, y) => frostMark(absence, x, y, 2.2),
      ),
    ]),
    glimmers: path(
      ({ rows }) => rows.some(({ kind }) => kind === 'glimmer'),
      (x, y) => dot(x + 2.8, y + 2.8),
    ),
    mist: path(
      ({ foggy }) => foggy,
      (x, y) => `M${x - STEP / 2} ${y}h${STEP}`,
    ),
  }
}

type Cell = Day & { x: number; y: number; last: ReturnType<typeof latest> }

/** The middle of a day; the first stands under its weekday. */
function placeIn(date: Date, [first]: Day[]): { x: number; y: number } {
  const index = date.getDate() - 1 + weekdayOf(first?.date ?? date) - 1
  return { x: (index % 7) * STEP + STEP / 2, y: Math.floor(index / 7) * STEP + STEP / 2 }
}

function square(x: number, y: number): string {
  return `M${x - PANE / 2} ${y - PANE / 2}h${PANE}v${PANE}h${-PANE}z`
}
