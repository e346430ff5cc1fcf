import { SIDE } from './strokes.ts'

/** The brush that the arrow keys move. */
export interface Brush {
  x: number
  y: number
  down: boolean
}

const STEP = 25
const LONG = 4
const WAYS: Record<string, [dx: number, dy: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

export const MIDDLE: Brush = { x: SIDE / 2, y: SIDE / 2, down: false }

/** One step of an arrow key, a long one with Shift; undefined for any other key. */
export function moved(brush: Brush, key: string, long: boolean): Brush | undefined {
  const way = WAYS[key]
  if (!way) return undefined
  const step = STEP * (long ? LONG : 1)
  return { ...brush, x: kept(brush.x + way[0] * step), y: kept(brush.y + way[1] * step) }
}

/** Which ninth of the sheet it is over: 0 … 8, row after row. */
export function ninth({ x, y }: Brush): number {
  const third = (n: number) => Math.min(2, Math.floor((n / SIDE) * 3))
  return third(y) * 3 + third(x)
}

function kept(n: number): number {
  return Math.min(SIDE, Math.max(0, n))
}
