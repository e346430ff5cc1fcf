import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { CheckInData, Row } from '../../src/lib/db/types.ts'
import { byDay } from '../../src/routes/check-ins/days.ts'

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T12:00:00Z') })
})
afterAll(() => {
  vi.useRealTimers()
})

function at(occurred_at: string): Row<CheckInData> {
  return {
    id: occurred_at,
    data: { kind: 'check_in', occurred_at, time_zone: 'Europe/Berlin' },
    revision: null,
  }
}

test('rows of one day stand together under its name, newest first', () => {
  const rows = [at('2026-11-23T18:00:00Z'), at('2026-11-23T08:00:00Z'), at('2026-11-22T12:00:00Z')]
  expect(byDay(rows).map((day) => [day.name, day.rows.length])).toEqual([
    ['Monday 23 November', 2],
    ['Sunday 22 November', 1],
  ])
})

test('the same date of another year is another day', () => {
  const names = byDay([at('2026-11-23T12:00:00Z'), at('2024-11-23T12:00:00Z')]).map((d) => d.name)
  expect(new Set(names).size).toBe(2)
})
