import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import type { CheckInData } from '../../src/lib/db/types.ts'
import { gapBefore } from '../../src/routes/today/gap.ts'

const NOW = new Date(2026, 10, 23, 9, 30)
const at = (daysAgo: number, hour = 12) => new Date(2026, 10, 23 - daysAgo, hour).toISOString()

afterEach(() => {
  vi.unstubAllEnvs()
})

function glimpse(occurred_at: string, ended_at?: string): CheckInData {
  const kind = ended_at ? 'foggy_span' : 'glimmer'
  return { kind, occurred_at, time_zone: 'Europe/Berlin', ...(ended_at && { ended_at }) }
}

test('six days after the newest note the days in between are a gap, from the next day to this one', () => {
  expect(gapBefore([glimpse(at(6, 23)), glimpse(at(9))], NOW)).toEqual({
    newest: at(6, 23),
    from: new Date(2026, 10, 18),
    to: new Date(2026, 10, 23),
  })
  expect(gapBefore([glimpse(at(5, 0)), glimpse(at(9))], NOW)).toBeUndefined()
})

test('a phone on which nothing was ever noted has no gap', () => {
  expect(gapBefore([], NOW)).toBeUndefined()
  expect(gapBefore([glimpse(at(0))], NOW)).toBeUndefined()
})

test('the end of a foggy stretch is what counts, so one tap is enough', () => {
  const found = gapBefore([glimpse(at(30))], NOW)
  const told = glimpse(found?.from.toISOString() ?? '', found?.to.toISOString())
  expect(gapBefore([glimpse(at(30)), told], NOW)).toBeUndefined()
})

test('an answer of today does not close the gap before it', () => {
  const rows = [glimpse(at(0, 9)), glimpse(at(10))]
  expect(gapBefore(rows, NOW)?.newest).toBe(at(10))
  expect(gapBefore(rows, new Date(2026, 10, 24, 9))).toBeUndefined()
})

test('a gap that was passed by is not asked about again, and a later one is', () => {
  expect(gapBefore([glimpse(at(10))], NOW, at(10))).toBeUndefined()
  expect(gapBefore([glimpse(at(10)), glimpse(at(7))], NOW, at(10))?.newest).toBe(at(7))
})

test.each(['Europe/Berlin', 'America/New_York', 'Africa/Cairo'])(
  'with the clocks turned meanwhile, a gap in %s begins and ends at its own midnight',
  (zone) => {
    vi.stubEnv('TZ', zone)
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
    for (const [month, day] of [
      [9, 23],
      [9, 28],
      [2, 7],
      [2, 27],
      [3, 22],
    ] as const) {
      const last = new Date(2026, month, day, 23, 59).toISOString()
      const back = (shift: number) => new Date(2026, month, day + shift, 0, 1)
      expect(gapBefore([glimpse(last)], back(5))).toBeUndefined()
      expect(gapBefore([glimpse(last)], back(6))).toEqual({
        newest: last,
        from: new Date(2026, month, day + 1),
        to: new Date(2026, month, day + 6),
      })
    }
  },
)

test('the order of the notes does not matter, and telling of the fog always closes the gap', () => {
  const notes = fc.array(fc.tuple(fc.nat(60), fc.nat(23)), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(notes, (moments) => {
      const rows = moments.map(([days, hour]) => glimpse(at(days, hour)))
      const gap = gapBefore(rows, NOW)
      expect(gapBefore(rows.toReversed(), NOW)).toEqual(gap)
      fc.pre(gap !== undefined)
      const told = glimpse(gap.from.toISOString(), gap.to.toISOString())
      expect(gap.from < gap.to).toBe(true)
      expect(gapBefore([told, ...rows], NOW)).toBeUndefined()
    }),
  )
})
