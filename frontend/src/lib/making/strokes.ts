import { getStroke } from 'perfect-freehand'
import type { Colour, Stroke } from './types.ts'

/** The sheet is a square of this many units a side, whatever the screen: turning the phone loses nothing. */
export const SIDE = 1000
/** Points nearer than this to the last one say nothing that can be seen. */
const NEAR = 2.5
const THICK = 24

export interface Point {
  x: number
  y: number
  /** 0 … 1 */
  pressure: number
}

export function strokeAt(colour: Colour, point: Point, pressed: boolean): Stroke {
  return { colour, points: numbers(point), ...(pressed && { pressed }) }
}

/** With the point at its end, unless it lies on the last one. */
export function extended(stroke: Stroke, point: Point): Stroke {
  const [x = 0, y = 0] = stroke.points.slice(-3)
  const next = numbers(point)
  if (Math.hypot(x - (next[0] ?? 0), y - (next[1] ?? 0)) < NEAR) return stroke
  return { ...stroke, points: [...stroke.points, ...next] }
}

/** The corners of the line as it lies on the sheet. */
export function outline({ points, pressed }: Stroke): number[][] {
  return getStroke(triples(points), {
    size: THICK,
    thinning: 0.55,
    smoothing: 0.6,
    streamline: 0.4,
    simulatePressure: !pressed,
    last: true,
  })
}

function numbers({ x, y, pressure }: Point): number[] {
  return [within(x), within(y), within(pressure * SIDE)]
}

function within(n: number): number {
  return Math.round(Math.min(SIDE, Math.max(0, n)))
}

function triples(points: number[]): [number, number, number][] {
  return Array.from({ length: points.length / 3 }, (_, index) => {
    const [x = 0, y = 0, pressure = 0] = points.slice(index * 3, index * 3 + 3)
    return [x, y, pressure / SIDE]
  })
}
