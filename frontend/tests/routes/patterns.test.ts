import { expect, test } from 'vitest'
import type { CheckInData, Row } from '../../src/lib/db/types.ts'
import { dayInWords, inWords } from '../../src/routes/patterns/counts.ts'
import { daysOf, keyOf, monthFrom, shifted, weekdayOf } from '../../src/routes/patterns/month.ts'

const at = (day: number, hour: number) => new Date(2026, 10, day, hour).toISOString()

function noted(fields: Partial<CheckInData>): CheckInData {
  return { kind: 'check_in', occurred_at: at(3, 9), time_zone: 'Europe/Berlin', ...fields }
}

function row(data: CheckInData, index: number): Row<CheckInData> {
  return { id: String(index), data, revision: null }
}

test('a month has its days, and each holds what was noted by the phone’s own clock', () => {
  const late = noted({ occurred_at: at(3, 23) })
  const early = noted({ occurred_at: at(3, 0) })
  const days = daysOf({ year: 2026, month: 11 }, [late, early].map(row))
  expect(days.map(({ key }) => key).slice(0, 3)).toEqual(['2026-11-01', '2026-11-02', '2026-11-03'])
  expect(days).toHaveLength(30)
  expect(days.map(({ rows }) => rows.length).slice(0, 4)).toEqual([0, 0, 2, 0])
})

test('months turn over the year, and an address that names none is now', () => {
  expect(keyOf(shifted({ year: 2026, month: 12 }, 1))).toBe('2027-01')
  expect(keyOf(shifted({ year: 2027, month: 1 }, -1))).toBe('2026-12')
  expect(monthFrom('2026-02', new Date(2026, 10, 3))).toEqual({ year: 2026, month: 2 })
  expect(monthFrom('2026-13', new Date(2026, 10, 3))).toEqual({ year: 2026, month: 11 })
  expect(weekdayOf(new Date(2026, 10, 1))).toBe(7)
})

test('in words: counts of what is there, and of nothing else', () => {
  const rows = [
    noted({ nearness: 0 }),
    noted({ absence: 'nothing' }),
    noted({ absence: 'nothing' }),
    noted({ absence: 'behind_glass' }),
    noted({ kind: 'glimmer' }),
  ]
  expect(inWords(rows)).toEqual([
    '4 check-ins',
    'How near feelings felt: once',
    'Nothing: twice',
    'Behind glass: once',
    '1 glimmer',
  ])
  expect(inWords([])).toEqual([])
})

test('a day is its latest answer, with how many there were', () => {
  const glimmer = noted({ kind: 'glimmer' })
  expect(dayInWords([glimmer, noted({ absence: 'too_mixed' }), noted({ nearness: 4 })])).toEqual([
    'Too mixed',
    '2 check-ins',
    '1 glimmer',
  ])
  expect(dayInWords([glimmer])).toEqual(['1 glimmer'])
  expect(dayInWords([noted({ nearness: 4 })])).toEqual(['4 of 10, somewhere in between'])
})
