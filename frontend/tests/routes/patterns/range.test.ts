import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CheckInData } from '../../../src/lib/db/types.ts'
import { CELLS, cellsOf, placesOf, pointsOf } from '../../../src/routes/patterns/range.ts'
import { rangeTold } from '../../../src/routes/patterns/told.ts'
import { noted, shuffled } from './noted.ts'

const flat = noted({ pleasantness: -0.7, energy: -0.3 })
const heavy = noted({ pleasantness: -0.4, energy: -0.8 })
const lively = noted({ pleasantness: 0.4, energy: 0.7 })

test('every feeling counts once, whatever it is, and order changes nothing', () => {
  fc.assert(
    fc.property(shuffled, ([rows, others]) => {
      const points = pointsOf(rows)
      const total = (counts: number[]) => counts.reduce((a, b) => a + b, 0)
      expect(total(cellsOf(points).map(({ count }) => count))).toBe(points.length)
      expect(total(placesOf(points).map(([, n]) => n))).toBe(points.length)
      expect(cellsOf(pointsOf(others))).toEqual(cellsOf(points))
      expect(placesOf(pointsOf(others))).toEqual(placesOf(points))
    }),
  )
})

test('the corners of the plane are the corners of the cells', () => {
  const corners = [-1, 1].flatMap((energy) =>
    [-1, 1].map((pleasantness) => ({ pleasantness, energy })),
  )
  const visited = cellsOf(corners).filter(({ count }) => count > 0)
  expect(visited.map(({ column, row }) => [column, row])).toEqual([
    [0, 0],
    [CELLS - 1, 0],
    [0, CELLS - 1],
    [CELLS - 1, CELLS - 1],
  ])
})

test('‘can’t tell’ is nowhere on the plane', () => {
  expect(pointsOf([noted({ absence: 'cannot_tell' }), noted({ nearness: 3 })])).toEqual([])
})

test('a place glows in a few steps', () => {
  const glow = (n: number) =>
    Math.max(...cellsOf(pointsOf(new Array<CheckInData>(n).fill(flat))).map((c) => c.glow))
  expect([0, 1, 2, 4, 5, 50].map(glow)).toEqual([0, 1, 2, 2, 3, 3])
})

test('in words: where it mostly was, and what else there was', () => {
  const rows = [flat, flat, flat, heavy, heavy, lively]
  expect(rangeTold(pointsOf(rows))).toEqual([
    '3 places on the plane.',
    'Mostly flat and heavy; once lively.',
  ])
  expect(rangeTold(pointsOf([lively]))).toEqual(['One place on the plane.', 'Lively once.'])
})
