import { ACROSS, PLACES } from './field.ts'
import { HUES, SHEET } from './palette.ts'
import { outline, SIDE } from './strokes.ts'
import type { Colours, Doodle, Stroke } from './types.ts'

/** A canvas takes many more pixels than can be seen; these are enough for any phone. */
const MOST_PIXELS = 3

/** Make the canvas as fine as the screen, and its units those of the sheet. */
export function fitted(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d')
  const pixels = pixelsOf(canvas)
  if (canvas.width !== pixels) canvas.width = canvas.height = pixels
  context?.setTransform(pixels / SIDE, 0, 0, pixels / SIDE, 0, 0)
  return context
}

/** Paint now, and again whenever the canvas has another size: a phone that is turned loses nothing. */
export function painted(
  canvas: HTMLCanvasElement,
  paint: (context: CanvasRenderingContext2D) => void,
): () => void {
  const again = () => {
    const context = fitted(canvas)
    if (context) paint(context)
  }
  const watch = new ResizeObserver(() => {
    if (canvas.width !== pixelsOf(canvas)) again()
  })
  watch.observe(canvas)
  again()
  return () => {
    watch.disconnect()
  }
}

function pixelsOf({ clientWidth }: HTMLCanvasElement): number {
  return Math.round(clientWidth * Math.min(devicePixelRatio, MOST_PIXELS))
}

export function paintSheet(context: CanvasRenderingContext2D): void {
  context.fillStyle = SHEET
  context.fillRect(0, 0, SIDE, SIDE)
}

export function paintStroke(context: CanvasRenderingContext2D, stroke: Stroke): void {
  context.fillStyle = HUES[stroke.colour]
  context.fill(pathOf(stroke))
}

export function paintDoodle(context: CanvasRenderingContext2D, { strokes }: Doodle): void {
  paintSheet(context)
  for (const stroke of strokes) paintStroke(context, stroke)
}

/** Soft blots that run into each other. */
export function paintField(context: CanvasRenderingContext2D, { field }: Colours): void {
  paintSheet(context)
  for (let place = 0; place < PLACES; place += 1) {
    const colour = field[place]
    if (colour) paintBlot(context, place, HUES[colour])
  }
}

function paintBlot(context: CanvasRenderingContext2D, place: number, hue: string): void {
  const side = SIDE / ACROSS
  // No two blots lie quite alike: a little beside the middle, always the same for the same place.
  const [dx = 0, dy = 0] = [7, 11].map((n) => (((place * n) % 5) - 2) * side * 0.04)
  const x = (place % ACROSS) * side + side / 2 + dx
  const y = Math.floor(place / ACROSS) * side + side / 2 + dy
  const radius = side * 0.86
  const light = context.createRadialGradient(x, y, side * 0.3, x, y, radius)
  light.addColorStop(0, `${hue}e6`)
  light.addColorStop(0.55, `${hue}99`)
  light.addColorStop(1, `${hue}00`)
  context.fillStyle = light
  context.fillRect(x - radius, y - radius, radius * 2, radius * 2)
}

/** A stroke never changes, so its shape is worked out once. */
const shapes = new WeakMap<Stroke, Path2D>()

function pathOf(stroke: Stroke): Path2D {
  const known = shapes.get(stroke)
  if (known) return known
  const shape = smooth(outline(stroke))
  shapes.set(stroke, shape)
  return shape
}

/** Through the middles of the edges: no corner of the outline is seen. */
function smooth(corners: number[][]): Path2D {
  const path = new Path2D()
  corners.forEach((corner, index) => {
    const [x, y] = half(corner, corners[(index + 1) % corners.length] ?? corner)
    if (index === 0) path.moveTo(x, y)
    else path.quadraticCurveTo(corner[0] ?? 0, corner[1] ?? 0, x, y)
  })
  path.closePath()
  return path
}

function half([ax = 0, ay = 0]: number[], [bx = 0, by = 0]: number[]): [number, number] {
  return [(ax + bx) / 2, (ay + by) / 2]
}
