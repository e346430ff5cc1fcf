import fc from 'fast-check'
import type { Absence, CheckInData } from '../../../src/lib/db/types.ts'
import { AROUND, HABITS, MARKS, SIDES, ZONES } from '../../../src/lib/names.ts'

export const ABSENCES: Absence[] = ['nothing', 'cannot_tell', 'behind_glass', 'too_mixed']
const START = Date.UTC(2025, 10, 1)
const TWO_YEARS_S = 2 * 366 * 86_400

/** A check-in of 3 November 2026 in the morning, by the phone's clock. */
export function noted(fields: Partial<CheckInData> = {}): CheckInData {
  const occurred_at = new Date(2026, 10, 3, 9).toISOString()
  return { kind: 'check_in', occurred_at, time_zone: 'Europe/Berlin', ...fields }
}

const nearness = fc.integer({ min: 0, max: 10 })
const unit = fc.integer({ min: -100, max: 100 }).map((n) => n / 100)
const answer = fc.oneof(
  fc.record({ nearness }),
  fc.record({ absence: fc.constantFrom(...ABSENCES) }),
  fc.constant({}),
)
const rest = fc.record(
  {
    pleasantness: unit,
    energy: unit,
    words: fc.array(fc.constantFrom('numb', 'far-away', 'own:1'), { maxLength: 3 }),
    around: fc.array(fc.constantFrom(...AROUND.slice(0, 4)), { maxLength: 3 }),
    body: fc.array(
      fc.record({
        zone: fc.constantFrom(...ZONES),
        side: fc.constantFrom(...SIDES),
        mark: fc.constantFrom(...MARKS),
      }),
      { maxLength: 4 },
    ),
    habits: fc.array(
      fc.record(
        { habit: fc.constantFrom(...HABITS), before: nearness, after: nearness },
        { requiredKeys: ['habit'] },
      ),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
)

/** Any moment from November 2025 to November 2027, over two changes of the clock a year. */
export const moments = fc
  .integer({ min: 0, max: TWO_YEARS_S })
  .map((seconds) => new Date(START + seconds * 1000))

export const checkIns: fc.Arbitrary<CheckInData> = fc
  .tuple(moments, answer, rest)
  .map(([at, said, more]) => noted({ occurred_at: at.toISOString(), ...said, ...more }))

/** Check-ins, no two at the same moment, and the same in another order. */
export const shuffled = fc
  .uniqueArray(checkIns, { selector: ({ occurred_at }) => occurred_at, maxLength: 40 })
  .chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
  )
