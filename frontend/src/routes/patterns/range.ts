import type { CheckInData } from '../../lib/db/types.ts'
import { FEELINGS, type Feeling } from '../../lib/ui/feelings.ts'
import { counted } from './groups.ts'

/** The plane of energy and pleasantness in cells, a side. */
export const CELLS = 6
/** From how many visits on a cell glows a step more. */
const STEPS = [1, 2, 5]
/** Nearer to the middle than this, no word is meant. */
const MIDDLE = 0.3

export interface Point {
  pleasantness: number
  energy: number
}

export interface Cell {
  /** From the left, unpleasant first. */
  column: number
  /** From the top, most energy first. */
  row: number
  count: number
  /** 0: not visited … 3 */
  glow: number
}

export function pointsOf(rows: CheckInData[]): Point[] {
  return rows.flatMap(({ pleasantness, energy }) =>
    pleasantness === undefined || energy === undefined ? [] : { pleasantness, energy },
  )
}

/** All cells, row by row. Any feeling counts the same. */
export function cellsOf(points: Point[]): Cell[] {
  const counts = new Array<number>(CELLS * CELLS).fill(0)
  for (const { pleasantness, energy } of points) {
    const index = step(-energy) * CELLS + step(pleasantness)
    counts[index] = (counts[index] ?? 0) + 1
  }
  return counts.map((count, index) => ({
    column: index % CELLS,
    row: Math.floor(index / CELLS),
    count,
    glow: STEPS.filter((from) => count >= from).length,
  }))
}

/** Where points were, in the words of the plane, most often first. */
export function placesOf(points: Point[]): [place: Feeling | 'middle', count: number][] {
  return counted(points.map(placeOf))
}

function placeOf({ pleasantness, energy }: Point): Feeling | 'middle' {
  if (Math.hypot(pleasantness, energy) < MIDDLE) return 'middle'
  const away = ([, x, y]: (typeof FEELINGS)[number]) => Math.hypot(pleasantness - x, energy - y)
  return FEELINGS.reduce((near, next) => (away(next) < away(near) ? next : near))[0]
}

/** −1 … 1 → 0 … CELLS − 1 */
function step(value: number): number {
  return Math.min(CELLS - 1, Math.max(0, Math.floor(((value + 1) / 2) * CELLS)))
}
