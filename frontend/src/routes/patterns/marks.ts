import type { Absence } from '../../lib/db/types.ts'

/** Each absence as a shape of its own, stroked around (x, y) within a square of side 2 r. Pieces of an SVG path. */
const SHAPES: Record<Absence, (x: number, y: number, r: number) => string> = {
  // A closed pane.
  nothing: (x, y, r) => `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}zm0 ${r}h${2 * r}`,
  // Two drifts of mist.
  cannot_tell: (x, y, r) => drift(x, y - r / 2, r) + drift(x, y + r / 2, r),
  // A gleam across a pane.
  behind_glass: (x, y, r) =>
    `M${x - r} ${y + r / 2}L${x + r / 2} ${y - r}M${x - r / 2} ${y + r}L${x + r} ${y - r / 2}`,
  // Four that do not mix.
  too_mixed: (x, y, r) =>
    [-1, 1]
      .map((side) => `${dot(x + (side * r) / 1.4, y)}${dot(x, y + (side * r) / 1.4)}`)
      .join(''),
}

export function frostMark(absence: Absence, x: number, y: number, r: number): string {
  return SHAPES[absence](x, y, r)
}

/** A point that a round line cap makes visible. */
export function dot(x: number, y: number): string {
  return `M${x} ${y}h0`
}

export function disc(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`
}

function drift(x: number, y: number, r: number): string {
  return `M${x - r} ${y}q${r / 2} ${-r / 1.4} ${r} 0t${r} 0`
}
