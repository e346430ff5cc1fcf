import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Absence, CheckInData, Row } from '../../src/lib/db/types.ts'
import { HEAVY } from '../../src/lib/suggest/words.ts'
import { concern } from '../../src/routes/today/flatness.ts'
import { noted } from '../support/noted.ts'

const NOW = new Date(2026, 10, 23, 20)
const ABSENCES: Absence[] = ['nothing', 'cannot_tell', 'behind_glass', 'too_mixed']

function ruleOf(checkIns: Row<CheckInData>[]) {
  return concern({ checkIns, practices: [], others: new Set() }, NOW)?.rule
}

function blankDays(count: number): Row<CheckInData>[] {
  return Array.from({ length: count }, (_, day) => noted({ absence: 'nothing' }, day + 2))
}

const anyRow = fc
  .record({
    kind: fc.constantFrom('check_in', 'check_in', 'check_in', 'glimmer', 'foggy_span'),
    answer: fc.oneof(fc.nat(10), fc.constantFrom(...ABSENCES), fc.constant(undefined)),
    words: fc.subarray([...HEAVY, 'calm', 'tired'], { maxLength: 2 }),
    around: fc.subarray(['people', 'work']),
    world_nearness: fc.option(fc.nat(10), { nil: undefined }),
    alone: fc.boolean(),
    days: fc.nat(24),
    hour: fc.nat(19),
  })
  .map(({ answer, days, hour, alone, world_nearness, ...fields }) =>
    noted(
      {
        ...fields,
        ...(typeof answer === 'number' && { nearness: answer }),
        ...(typeof answer === 'string' && { absence: answer }),
        ...(world_nearness !== undefined && { world_nearness }),
        ...(alone && { habits: [{ habit: 'being_alone' }] }),
      },
      days,
      hour,
    ),
  )
const LEVELS = ['far_word', 'word', 'unreal', 'low_row', 'flat', undefined]

/** Flat days are rare by chance: half of the lives begin with a fortnight of them. */
const anyLife = fc
  .tuple(fc.array(anyRow, { maxLength: 30 }), fc.constantFrom(blankDays(14), []))
  .map(([rows, flat]) => [...flat, ...rows])

test('the order of the rows does not matter', () => {
  fc.assert(
    fc.property(
      anyLife.chain((rows) => fc.tuple(fc.constant(rows), shuffled(rows))),
      ([rows, others]) => {
        expect(ruleOf(others)).toBe(ruleOf(rows))
      },
    ),
  )
})

function shuffled<T>(rows: T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray(rows, { minLength: rows.length })
}

test('a glimmer, whatever it holds, never raises concern', () => {
  const glimmers = fc.array(
    anyRow.map(({ id, data }) => ({
      id,
      revision: null,
      data: { ...data, kind: 'glimmer' as const },
    })),
    { minLength: 1, maxLength: 10 },
  )
  fc.assert(
    fc.property(anyLife, glimmers, (rows, more) => {
      const level = (some: Row<CheckInData>[]) => LEVELS.indexOf(ruleOf(some))
      expect(level([...rows, ...more])).toBeGreaterThanOrEqual(level(rows))
    }),
    { numRuns: 500 },
  )
})

test('an absence never counts as low', () => {
  const absent = fc.array(
    fc.tuple(anyRow, fc.constantFrom(...ABSENCES)).map(
      ([
        {
          id,
          data: { nearness: _gone, ...data },
        },
        absence,
      ]) => ({
        id,
        revision: null,
        data: { ...data, kind: 'check_in' as const, absence },
      }),
    ),
    { minLength: 3, maxLength: 30 },
  )
  fc.assert(
    fc.property(absent, (rows) => {
      expect(['low_row', 'far_word']).not.toContain(ruleOf(rows))
    }),
    { numRuns: 500 },
  )
})
