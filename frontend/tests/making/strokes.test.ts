import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MIDDLE, moved, ninth } from '../../src/lib/making/brush.ts'
import { extended, outline, SIDE, strokeAt } from '../../src/lib/making/strokes.ts'

const number = fc.double({ min: -2000, max: 4000, noNaN: true })
const point = fc.record({
  x: number,
  y: number,
  pressure: fc.double({ min: 0, max: 1, noNaN: true }),
})

test('wherever a hand goes, the line stays on the sheet and is made of whole triples', () => {
  fc.assert(
    fc.property(point, fc.array(point, { maxLength: 40 }), (first, more) => {
      const { points } = more.reduce(extended, strokeAt('blue', first, false))
      expect(points.length % 3).toBe(0)
      expect(points.every((n) => Number.isInteger(n) && n >= 0 && n <= SIDE)).toBe(true)
    }),
  )
})

test('a hand that rests adds nothing', () => {
  const stroke = strokeAt('blue', { x: 10, y: 10, pressure: 0.5 }, true)
  expect(extended(stroke, { x: 11, y: 11, pressure: 0.9 })).toBe(stroke)
})

test('a longer line leaves the shorter one as it was', () => {
  const stroke = strokeAt('blue', { x: 10, y: 10, pressure: 0.5 }, true)
  const longer = extended(stroke, { x: 40, y: 10, pressure: 1 })
  expect([stroke.points, longer.points]).toEqual([
    [10, 10, 500],
    [10, 10, 500, 40, 10, 1000],
  ])
})

function thickness(pressure: number): number {
  const ends = [100, 200, 300, 400, 500].map((x) => ({ x, y: 500, pressure }))
  const [first, ...more] = ends
  if (!first) throw new Error('A line has a beginning.')
  const heights = outline(more.reduce(extended, strokeAt('blue', first, true))).map(
    ([, y = 0]) => y,
  )
  return Math.max(...heights) - Math.min(...heights)
}

test('a pen that presses harder draws a thicker line', () => {
  expect(thickness(0.9)).toBeGreaterThan(thickness(0.2) * 1.5)
})

test('a single touch leaves a dot that can be seen', () => {
  const corners = outline(strokeAt('blue', { x: 500, y: 500, pressure: 0.5 }, false))
  const xs = corners.map(([x = 0]) => x)
  expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(5)
})

test('the keys never lead the brush over the edge', () => {
  const keys = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown')
  fc.assert(
    fc.property(fc.array(fc.tuple(keys, fc.boolean()), { maxLength: 120 }), (pressed) => {
      const brush = pressed.reduce((now, [key, long]) => moved(now, key, long) ?? now, MIDDLE)
      expect([brush.x, brush.y].every((n) => n >= 0 && n <= SIDE)).toBe(true)
      expect(ninth(brush)).toBeGreaterThanOrEqual(0)
      expect(ninth(brush)).toBeLessThanOrEqual(8)
    }),
  )
})
