import type { Colour, Colours } from './types.ts'

/** The sheet of colours has so many places in a row, and so many rows. */
export const ACROSS = 6
export const PLACES = ACROSS * ACROSS

const WAYS: Record<string, [dx: number, dy: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The place an arrow key leads to, never over the edge; undefined for any other key. */
export function neighbour(place: number, key: string): number | undefined {
  const way = WAYS[key]
  if (!way) return undefined
  const x = (place % ACROSS) + way[0]
  const y = Math.floor(place / ACROSS) + way[1]
  const outside = [x, y].some((n) => n < 0 || n >= ACROSS)
  return outside ? place : y * ACROSS + x
}

/** Where a point of the sheet lies, 0 … 1 both ways; undefined beside the sheet. */
export function placeAt(x: number, y: number): number | undefined {
  if ([x, y].some((n) => n < 0 || n >= 1)) return undefined
  return Math.floor(y * ACROSS) * ACROSS + Math.floor(x * ACROSS)
}

export function laid(product: Colours, place: number, colour: Colour | undefined): Colours {
  const { [place]: _gone, ...field } = product.field
  return { ...product, field: colour ? { ...field, [place]: colour } : field }
}
