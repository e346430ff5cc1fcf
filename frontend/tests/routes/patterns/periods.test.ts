import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { daysOf } from '../../../src/routes/patterns/days.ts'
import {
  dayKey,
  holds,
  periodFrom,
  periodOf,
  seenAs,
  shifted,
  SPANS,
  weekdayOf,
} from '../../../src/routes/patterns/periods.ts'
import { moments, noted } from './noted.ts'

/** Clocks change at night in Berlin and by half an hour on Lord Howe, at midnight in Beirut and in Havana. */
const ZONES = ['Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Beirut', 'America/Havana', 'UTC']
const here = process.env['TZ']
const spans = fc.constantFrom(...SPANS)
const zones = fc.constantFrom(...ZONES)

afterEach(() => {
  process.env['TZ'] = here ?? 'UTC'
})

test('the clock of these tests can be set', () => {
  const hours = ZONES.map((zone) => {
    process.env['TZ'] = zone
    return new Date(Date.UTC(2026, 6, 1)).getHours()
  })
  expect(hours).toEqual([2, 10, 3, 20, 0])
})

test('each moment is in one period of each length, and on one day of it, wherever clocks change', () => {
  fc.assert(
    fc.property(zones, spans, moments, (zone, span, at) => {
      process.env['TZ'] = zone
      const period = periodOf(span, at)
      const row = noted({ occurred_at: at.toISOString() })
      const days = daysOf(period, [row], []).filter(({ rows }) => rows.length > 0)
      expect(days.map(({ key }) => key)).toEqual([dayKey(at)])
      expect(holds(shifted(period, 1), at) || holds(shifted(period, -1), at)).toBe(false)
    }),
  )
})

test('periods follow each other without a gap, and turning back and forth leads to the same one', () => {
  fc.assert(
    fc.property(zones, spans, moments, (zone, span, at) => {
      process.env['TZ'] = zone
      const period = periodOf(span, at)
      expect(shifted(period, 1).from).toEqual(period.to)
      expect(shifted(period, -1).to).toEqual(period.from)
      expect(shifted(shifted(period, 1), -1)).toEqual(period)
      expect(periodFrom(period.key, new Date(0))).toEqual(period)
    }),
  )
})

test('every check-in is counted once over the days of a year, and so over its twelve months', () => {
  process.env['TZ'] = 'Europe/Berlin'
  const count = (of: ReturnType<typeof daysOf>) => of.reduce((n, { rows }) => n + rows.length, 0)
  fc.assert(
    fc.property(fc.array(moments, { maxLength: 30 }), (times) => {
      const year = periodOf('year', new Date(2026, 5))
      const rows = times
        .filter((at) => holds(year, at))
        .map((at) => noted({ occurred_at: at.toISOString() }))
      const months = Array.from({ length: 12 }, (_, n) => periodOf('month', new Date(2026, n)))
      expect(count(daysOf(year, rows, []))).toBe(rows.length)
      expect(months.reduce((n, month) => n + count(daysOf(month, rows, [])), 0)).toBe(rows.length)
    }),
  )
})

test('weeks are those of ISO 8601, also where years meet', () => {
  const keys = [
    new Date(2026, 0, 1),
    new Date(2026, 11, 31),
    new Date(2027, 0, 3),
    new Date(2027, 0, 4),
    new Date(2024, 11, 30),
  ].map((date) => periodOf('week', date).key)
  expect(keys).toEqual(['2026-W01', '2026-W53', '2026-W53', '2027-W01', '2025-W01'])
  expect(weekdayOf(new Date(2026, 10, 1))).toBe(7)
})

test('an address that names no period is the month of now', () => {
  const now = new Date(2026, 10, 3)
  expect(periodFrom('2026-02', now).key).toBe('2026-02')
  for (const text of ['', '2026-13', '2026-00', '2027-W53', '2026-W00', '0099', '2026-11-03', 'x'])
    expect(periodFrom(text, now).key).toBe('2026-11')
})

test('seen longer or shorter, a time stays where it was, and now stays in sight', () => {
  const now = new Date(2026, 10, 18)
  const seen = (key: string) => SPANS.map((span) => seenAs(span, periodFrom(key, now), now).key)
  expect(seen('2026-11')).toEqual(['2026-W47', '2026-11', '2026'])
  expect(seen('2026')).toEqual(['2026-W47', '2026-11', '2026'])
  expect(seen('2025')).toEqual(['2026-W01', '2025-12', '2025'])
  expect(seen('2025-W01')).toEqual(['2025-W01', '2025-01', '2025'])
})

test('mist lies on each day from the first to the last of a foggy span, also over the edge of a month', () => {
  const fog = (from: Date, to: Date) =>
    noted({ kind: 'foggy_span', occurred_at: from.toISOString(), ended_at: to.toISOString() })
  const spans = [
    fog(new Date(2026, 9, 30, 20), new Date(2026, 10, 2, 8)),
    fog(new Date(2026, 10, 28, 20), new Date(2026, 10, 29, 8)),
  ]
  const foggy = daysOf(periodFrom('2026-11', new Date()), [], spans).filter((day) => day.foggy)
  expect(foggy.map(({ key }) => key.slice(8))).toEqual(['01', '02', '28', '29'])
})
