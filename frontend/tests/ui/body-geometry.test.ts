import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SIDES, ZONES, type Side, type Zone } from '../../src/lib/names.ts'
import {
  isArrow,
  nearestZone,
  neighbour,
  onFigure,
  zonesAt,
} from '../../src/lib/ui/body-geometry.ts'
import { HEIGHT, placeOf, WIDTH } from '../../src/lib/ui/body-paths.ts'

const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const
const side = fc.constantFrom(...SIDES)
// In tenths, off the grid of the drawing: doubles would crowd around zero.
const tenths = (most: number) => fc.integer({ min: 0, max: most * 10 }).map((n) => n / 10 + 0.037)
const point = fc.tuple(tenths(WIDTH), tenths(HEIGHT))
const swapped = (zone: Zone | undefined) =>
  zone?.replace(/^(left|right)/, (hand) => (hand === 'left' ? 'right' : 'left'))

test('every point of the figure lies in exactly one zone', () => {
  const odd: unknown[] = []
  // One half in front; the other and the back are its mirrors, as a test below says.
  for (let x = WIDTH / 2 + 0.03; x < WIDTH; x += 2)
    for (let y = 0.01; y < HEIGHT; y += 1.5) {
      const zones = onFigure([x, y]) ? zonesAt([x, y], 'front') : ['none']
      if (zones.length !== 1) odd.push([x, y, zones])
    }
  expect(odd).toEqual([])
})

test.each(SIDES)('on the %s, the middle of a zone is on the figure and nearest to itself', (on) => {
  for (const zone of ZONES) {
    const { centre } = placeOf(zone, on)
    expect([zone, onFigure(centre), nearestZone(centre, on, 0)]).toEqual([zone, true, zone])
  }
})

test('the person’s left is on the viewer’s right in front, and on the left behind', () => {
  for (const zone of ZONES.filter((one) => one.startsWith('left_'))) {
    expect([zone, placeOf(zone, 'front').centre[0] > WIDTH / 2]).toEqual([zone, true])
    expect([zone, placeOf(zone, 'back').centre[0] < WIDTH / 2]).toEqual([zone, true])
  }
})

test('left and right mirror each other, and so do front and back', () => {
  fc.assert(
    fc.property(point, side, fc.integer({ min: 0, max: 40 }), ([x, y], on, reach) => {
      const here = nearestZone([x, y], on, reach)
      fc.pre(Math.abs(x - WIDTH / 2) > 0.5)
      expect(nearestZone([WIDTH - x, y], on, reach)).toBe(swapped(here))
      expect(nearestZone([WIDTH - x, y], on === 'front' ? 'back' : 'front', reach)).toBe(here)
    }),
  )
})

test('beside the figure the nearest zone is meant, and far from it none', () => {
  expect(nearestZone([198, 265], 'front', 24)).toBe('left_hand')
  expect(nearestZone([198, 265], 'back', 24)).toBe('right_hand')
  expect(nearestZone([130, 70], 'front', 24)).toBe('jaw')
  expect(nearestZone([84, 478], 'front', 24)).toBe('right_foot')
  expect(nearestZone([198, 265], 'front', 5)).toBe(undefined)
  expect(nearestZone([190, 420], 'front', 24)).toBe(undefined)
  expect(nearestZone([10, 20], 'back', 24)).toBe(undefined)
})

const next = (zone: Zone, on: Side) =>
  ARROWS.map((arrow) => neighbour(zone, on, arrow)).filter((one) => one !== undefined)

test.each(SIDES)('on the %s the arrow keys lead from every zone to every other', (on) => {
  for (const start of ZONES) {
    const reached = new Set<Zone>([start])
    for (const zone of reached) next(zone, on).forEach((one) => reached.add(one))
    expect([start, reached.size]).toEqual([start, ZONES.length])
  }
})

test('the arrow keys go where the eye expects', () => {
  const walk = (from: Zone, on: Side, ...arrows: (typeof ARROWS)[number][]) =>
    arrows.reduce<Zone | undefined>((zone, arrow) => zone && neighbour(zone, on, arrow), from)
  expect(walk('head', 'front', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown')).toBe('chest')
  expect(walk('chest', 'front', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown')).toBe(
    'left_hand',
  )
  expect(walk('chest', 'back', 'ArrowRight')).toBe('right_shoulder')
  expect(walk('left_foot', 'front', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp')).toBe('pelvis')
  expect(walk('left_foot', 'front', 'ArrowLeft')).toBe('right_foot')
  expect(walk('head', 'front', 'ArrowUp')).toBe(undefined)
  expect(walk('left_foot', 'front', 'ArrowRight')).toBe(undefined)
})

test('four keys are arrows', () => {
  expect([...ARROWS, 'Enter', ' ', 'toString'].filter(isArrow)).toEqual([...ARROWS])
})
