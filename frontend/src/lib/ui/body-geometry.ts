import { ZONES, type Side, type Zone } from '../names.ts'
import { OUTLINE, placeOf, type Point } from './body-paths.ts'

/** Straight pieces for each curve: at the size of a phone, finer than a pixel. */
const STEPS = 8

/** The same figure as corners, one list for each `M`: for hits by arithmetic, off the drawing as well as on it. */
function polygons(path: string): Point[][] {
  const shapes: Point[][] = []
  for (const [, command, numbers] of path.matchAll(/([MLC])([^MLCZ]*)/g)) {
    const n = (numbers ?? '').trim().split(/\s+/).map(Number)
    const points = n.flatMap((x, i): Point[] => (i % 2 === 0 ? [[x, n[i + 1] ?? 0]] : []))
    if (command === 'M') shapes.push([])
    const shape = shapes.at(-1) ?? []
    shape.push(...(command === 'C' ? curve([...shape.slice(-1), ...points]) : points))
  }
  return shapes
}

/** Bézier by de Casteljau: points between points until one is left. */
function curve(controls: Point[]): Point[] {
  return Array.from({ length: STEPS }, (_, i) => onCurve(controls, (i + 1) / STEPS))
}

function onCurve(points: Point[], t: number): Point {
  const [first, ...rest] = points
  if (!first) return [0, 0]
  if (rest.length === 0) return first
  return onCurve(
    rest.map((to, i) => between(points[i] ?? to, to, t)),
    t,
  )
}

const between = ([x, y]: Point, [toX, toY]: Point, t: number): Point => [
  x + (toX - x) * t,
  y + (toY - y) * t,
]

/** Even and odd crossings of a ray to the right. */
function inside([x, y]: Point, shape: Point[]): boolean {
  return shape.reduce((odd, [ax, ay], i) => {
    const [bx, by] = shape.at(i - 1) ?? [ax, ay]
    const crosses = ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)
    return crosses ? !odd : odd
  }, false)
}

function nearestOn([x, y]: Point, a: Point, b: Point): Point {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const t = ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy || 1)
  return between(a, b, Math.min(1, Math.max(0, t)))
}

const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1])

const figure = polygons(OUTLINE)
const zoneShapes: Record<Side, [Zone, Point[][]][]> = {
  front: shapes('front'),
  back: shapes('back'),
}

function shapes(side: Side): [Zone, Point[][]][] {
  return ZONES.map((zone) => [zone, polygons(placeOf(zone, side).path)])
}

/** Zones run over the outline, so that a point on its very edge has one too. */
export function zonesAt(point: Point, side: Side): Zone[] {
  return zoneShapes[side]
    .filter(([, shapes]) => shapes.some((shape) => inside(point, shape)))
    .map(([zone]) => zone)
}

export const onFigure = (point: Point): boolean => figure.some((shape) => inside(point, shape))

function nearestOnOutline(point: Point): Point {
  const candidates = figure.flatMap((shape) =>
    shape.slice(1).map((to, i) => nearestOn(point, shape[i] ?? to, to)),
  )
  return candidates.reduce((best, one) =>
    distance(point, one) < distance(point, best) ? one : best,
  )
}

/** The zone under a point, or the nearest one within `reach` (units of the drawing); farther off, none. */
export function nearestZone(point: Point, side: Side, reach: number): Zone | undefined {
  if (onFigure(point)) return zonesAt(point, side)[0]
  const edge = nearestOnOutline(point)
  return distance(point, edge) <= reach ? zonesAt(edge, side)[0] : undefined
}

const DIRECTIONS = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
} satisfies Record<string, Point>

export type Arrow = keyof typeof DIRECTIONS

export const isArrow = (key: string): key is Arrow => Object.hasOwn(DIRECTIONS, key)

/** Where an arrow key leads: ahead rather than aside, and undefined at the edge of the figure. */
export function neighbour(zone: Zone, side: Side, arrow: Arrow): Zone | undefined {
  const [dx, dy] = DIRECTIONS[arrow]
  const [x, y] = placeOf(zone, side).centre
  const ahead = ZONES.map((to) => {
    const [toX, toY] = placeOf(to, side).centre
    const along = (toX - x) * dx + (toY - y) * dy
    const aside = Math.abs((toX - x) * dy + (toY - y) * dx)
    return { to, along, cost: along + 2 * aside, aside }
  }).filter(({ along, aside }) => along > 0 && aside <= 2 * along)
  return ahead.sort((a, b) => a.cost - b.cost)[0]?.to
}
