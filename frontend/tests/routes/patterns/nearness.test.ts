import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { lineOf, weeksOf } from '../../../src/routes/patterns/nearness.ts'
import { periodOf } from '../../../src/routes/patterns/periods.ts'
import { nearnessTold } from '../../../src/routes/patterns/told.ts'
import { noted, shuffled } from './noted.ts'

const november = periodOf('month', new Date(2026, 10, 3))
const year = periodOf('year', new Date(2026, 10, 3))
const at = (day: number, hour: number) => new Date(2026, 10, day, hour).toISOString()

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 24) })
})
afterAll(() => {
  vi.useRealTimers()
})

test('absences stand in lanes of their own and change no point of the line', () => {
  fc.assert(
    fc.property(shuffled, ([rows]) => {
      const { moments, marks } = lineOf(november, rows)
      const numbers = rows.filter(({ nearness }) => nearness !== undefined)
      expect(lineOf(november, numbers).moments).toEqual(moments)
      expect(moments).toHaveLength(numbers.length)
      expect(marks).toHaveLength(rows.filter(({ absence }) => absence).length)
      expect(weeksOf(year, numbers).map(({ values }) => values)).toEqual(
        weeksOf(year, rows).flatMap(({ values }) => values ?? []),
      )
    }),
  )
})

test('the order of rows changes nothing', () => {
  fc.assert(
    fc.property(shuffled, ([rows, others]) => {
      expect(lineOf(november, others)).toEqual(lineOf(november, rows))
      expect(weeksOf(year, others)).toEqual(weeksOf(year, rows))
    }),
  )
})

test('only neighbours within a day and a half are joined, and none across an absence', () => {
  const rows = [
    noted({ occurred_at: at(3, 8), nearness: 2 }),
    noted({ occurred_at: at(4, 8), nearness: 4 }),
    noted({ occurred_at: at(4, 12), absence: 'nothing' }),
    noted({ occurred_at: at(4, 20), nearness: 3 }),
    noted({ occurred_at: at(7, 8), nearness: 6 }),
  ]
  const joined = lineOf(november, rows).joins.map((pair) => pair.map(({ nearness }) => nearness))
  expect(joined).toEqual([[2, 4]])
})

test('every answer of a year is in one of its weeks', () => {
  fc.assert(
    fc.property(shuffled, ([rows]) => {
      const weeks = weeksOf(year, rows)
      const counted = weeks.flatMap(({ values, absences }) => [
        values?.count ?? 0,
        ...absences.map(([, n]) => n),
      ])
      const answered = rows.filter((row) => row.nearness !== undefined || row.absence)
      expect(counted.reduce((a, b) => a + b, 0)).toBe(answered.length)
      for (const { low = 0, middle = 0, high = 0 } of weeks.flatMap((week) => week.values ?? []))
        expect(low <= middle && middle <= high).toBe(true)
    }),
  )
})

test('a week is its lowest, middle and highest answer; its absences are counted beside', () => {
  const rows = [
    noted({ occurred_at: at(2, 9), nearness: 7 }),
    noted({ occurred_at: at(3, 9), nearness: 1 }),
    noted({ occurred_at: at(8, 9), nearness: 2 }),
    noted({ occurred_at: at(8, 10), absence: 'behind_glass' }),
    noted({ occurred_at: at(9, 10), absence: 'nothing' }),
  ]
  expect(nearnessTold(year, rows)).toEqual([
    'Week of 2 November: 3 answers from 1 to 7, the one in the middle 2; Behind glass: once',
    'Week of 9 November: Nothing: once',
  ])
  expect(nearnessTold(november, rows.slice(2))).toEqual([
    'Sunday 8 November: 2 of 10; Behind glass',
    'Monday 9 November: Nothing',
  ])
})
