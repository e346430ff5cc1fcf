import { afterEach, expect, test, vi } from 'vitest'
import type { CheckInData, PracticeData, Row } from '../../src/lib/db/types.ts'
import { HEAVY } from '../../src/lib/suggest/words.ts'
import { concern, type Lived } from '../../src/routes/today/flatness.ts'
import { noted } from '../support/noted.ts'

const NOW = new Date(2026, 10, 23, 20)

afterEach(() => {
  vi.unstubAllEnvs()
})

function lived(checkIns: Row<CheckInData>[], practices: Row<PracticeData>[] = []): Lived {
  return { checkIns, practices, others: new Set(['say-hello']) }
}

/** `count` days in a row that end two days ago, each with one such check-in. */
function days(count: number, fields: Partial<CheckInData> = { absence: 'nothing' }) {
  return Array.from({ length: count }, (_, day) => noted(fields, day + 2))
}

function rule(checkIns: Row<CheckInData>[], offeredAt?: string) {
  return concern(lived(checkIns), NOW, offeredAt)?.rule
}

function practice(exercise: string, daysAgo: number): Row<PracticeData> {
  const started_at = new Date(2026, 10, 23 - daysAgo, 9).toISOString()
  return { id: crypto.randomUUID(), data: { exercise, started_at }, revision: null }
}

test('eight blank days with nobody in them are enough, seven are not', () => {
  expect(rule(days(8))).toBe('flat')
  expect(rule(days(7))).toBeUndefined()
})

test('three quarters of the days are enough, less is not', () => {
  expect(rule([...days(9), ...[11, 12, 13].map((day) => noted({ nearness: 3 }, day))])).toBe('flat')
  expect(
    rule([...days(9), ...[11, 12, 13, 14].map((day) => noted({ nearness: 3 }, day))]),
  ).toBeUndefined()
})

test('today and the twenty days before it count, older ones do not', () => {
  const seven = days(7)
  expect(rule([...seven, noted({ absence: 'nothing' }, 20, 0)])).toBe('flat')
  expect(rule([...seven, noted({ absence: 'nothing' }, 21, 23)])).toBeUndefined()
})

test('a day is blank when all of it was', () => {
  const eight = days(8)
  expect(rule([...eight, noted({ nearness: 2 }, 2, 8)])).toBe('flat')
  const brighter = [2, 3, 4].map((day) => noted({ nearness: 3 }, day, 8))
  expect(rule([...eight, ...brighter])).toBeUndefined()
})

test('a day with a glimmer is not blank, and a glimmer alone makes no day with a check-in', () => {
  const faint: Partial<CheckInData> = { kind: 'glimmer', absence: 'nothing' }
  expect(rule([...days(8), ...[2, 3, 4].map((day) => noted(faint, day, 8))])).toBeUndefined()
  expect(rule([...days(7), noted(faint, 9)])).toBeUndefined()
})

test('of two check-ins of the same second it is always the same one that counts', () => {
  const two = [noted({ words: ['hopeless'] }), noted({ words: ['calm'] })]
  expect(rule(two.toReversed())).toBe(rule(two))
})

test('words alone do not make a day blank', () => {
  expect(rule(days(8, { words: ['tired'] }))).toBeUndefined()
})

test('people around on one of the days, or one practice with others, is no withdrawal', () => {
  expect(rule([...days(8), noted({ absence: 'nothing', around: ['people'] }, 3)])).toBeUndefined()
  expect(concern(lived(days(8), [practice('say-hello', 20)]), NOW)).toBeUndefined()
  expect(concern(lived(days(8), [practice('say-hello', 21)]), NOW)?.rule).toBe('flat')
  expect(concern(lived(days(8), [practice('feet-on-the-floor', 3)]), NOW)?.rule).toBe('flat')
})

test('being alone on four of the days is withdrawal, with people around too', () => {
  const alone: Partial<CheckInData> = {
    absence: 'behind_glass',
    around: ['people'],
    habits: [{ habit: 'being_alone' }],
  }
  const others = [6, 7, 8, 9].map((day) => noted({ nearness: 0, around: ['people'] }, day))
  const four = [2, 3, 4, 5].map((day) => noted(alone, day))
  expect(rule([...four, ...others])).toBe('flat')
  expect(rule([...four.slice(1), ...others, noted({ nearness: 0 }, 10)])).toBeUndefined()
})

test.each(HEAVY)('the word ‘%s’ is enough by itself, however near feelings are', (word) => {
  expect(concern(lived([noted({ nearness: 9, words: ['calm', word] })]), NOW)).toEqual({
    rule: 'word',
    first: 'help',
  })
})

test.each<[Partial<CheckInData>, string | undefined]>([
  [{ nearness: 1, words: ['hopeless'] }, 'far_word'],
  [{ nearness: 0, words: ['trapped'] }, 'far_word'],
  [{ nearness: 2, words: ['hopeless'] }, 'word'],
  [{ nearness: 1, words: ['burden'] }, 'word'],
  [{ absence: 'nothing', words: ['hopeless'] }, 'word'],
  [{ world_nearness: 2 }, 'unreal'],
  [{ world_nearness: 3 }, undefined],
  [{ nearness: 0 }, undefined],
])('%o is %s', (fields, expected) => {
  expect(rule([noted(fields)])).toBe(expected)
})

test('something to hold on to comes first when the world is far away, and people when feelings are', () => {
  expect(concern(lived([noted({ world_nearness: 0 })]), NOW)?.first).toBe('practice')
  expect(concern(lived(days(8)), NOW)?.first).toBe('people')
})

test('what was said a day ago, or before something newer, is no longer how it is', () => {
  const heavy = { nearness: 0, words: ['hopeless'] }
  expect(rule([noted(heavy, 1, 20)])).toBeUndefined()
  expect(rule([noted(heavy, 1, 21)])).toBe('far_word')
  expect(rule([noted(heavy, 0, 9), noted({ nearness: 1 }, 0, 10)])).toBeUndefined()
})

const LOW = [0, 2, 4].map((day) => noted({ nearness: 2 }, day))

test('three low check-ins in a row are enough, two are not', () => {
  expect(rule(LOW)).toBe('low_row')
  expect(rule(LOW.slice(0, 2))).toBeUndefined()
  expect(rule([...LOW.slice(0, 2), noted({ nearness: 3 }, 4)])).toBeUndefined()
})

test.each<Partial<CheckInData>>([
  { absence: 'nothing' },
  { nearness: 3 },
  { words: ['tired'] },
  { kind: 'glimmer', nearness: 0 },
])('%o in between ends the row', (between) => {
  expect(rule([...LOW, noted(between, 1)])).toBeUndefined()
})

test('a foggy span in between does not end the row: it is no check-in', () => {
  expect(rule([...LOW, noted({ kind: 'foggy_span' }, 1)])).toBe('low_row')
})

test('after an offer it rests for fourteen days, after a heavy word for one', () => {
  const offered = (daysAgo: number, hour: number) =>
    new Date(2026, 10, 23 - daysAgo, hour).toISOString()
  expect(rule(days(8), offered(14, 21))).toBeUndefined()
  expect(rule(days(8), offered(14, 20))).toBe('flat')
  const heavy = [noted({ words: ['worthless'] })]
  expect(rule(heavy, offered(1, 21))).toBeUndefined()
  expect(rule(heavy, offered(1, 20))).toBe('word')
})

test('an offer that a wrong clock put into the future keeps nothing back', () => {
  expect(rule(days(8), new Date(2027, 10, 1).toISOString())).toBe('flat')
})

test.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo'])(
  'a day of 23 or 25 hours is one day of the phone in %s',
  (zone) => {
    vi.stubEnv('TZ', zone)
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
    // In one of these months the clocks turn there; every day is noted at both of its ends.
    for (const [year, month, day] of [
      [2026, 9, 10],
      [2026, 2, 7],
      [2026, 3, 1],
    ] as const) {
      const at = (shift: number, hour: number, minute: number) =>
        noted({
          absence: 'nothing',
          occurred_at: new Date(year, month, day + shift, hour, minute).toISOString(),
        })
      const ends = (count: number) =>
        Array.from({ length: count }, (_, shift) => [at(shift, 0, 5), at(shift, 23, 55)]).flat()
      const last = new Date(year, month, day + 30, 0, 1)
      const within = (rows: Row<CheckInData>[]) => concern(lived(rows), last)?.rule
      // Of thirty-one days, these are the last twenty-one: from the tenth on.
      expect(within(ends(18).slice(20))).toBe('flat')
      expect(within(ends(17).slice(19))).toBeUndefined()
      expect(within(ends(18).slice(0, 34))).toBeUndefined()
    }
  },
)

test.each<[string, number, number | undefined, string | undefined]>([
  ['the card about an emergency was opened', 2, undefined, 'opened'],
  ['an offer was there before it', 2, 5, 'opened'],
  ['an offer was there since', 5, 2, undefined],
  ['it was opened yesterday', 24, undefined, undefined],
])('%s: %s', (_, openedHours, offeredHours, expected) => {
  const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000).toISOString()
  const offered = offeredHours === undefined ? undefined : ago(offeredHours)
  const found = concern({ ...lived([]), opened: ago(openedHours) }, NOW, offered)
  expect(found?.rule).toBe(expected)
  expect(found?.first).toBe(expected && 'help')
})
