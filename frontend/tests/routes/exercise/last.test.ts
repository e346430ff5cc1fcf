import { expect, test } from 'vitest'
import { dayOf } from '../../../src/lib/i18n/dates.ts'
import { enExercise } from '../../../src/lib/i18n/en-exercise.ts'
import type { PracticeData } from '../../../src/lib/db/types.ts'
import { lastTime } from '../../../src/routes/exercise/last.ts'
import { readyDose } from '../../../src/routes/exercise/ready.ts'
import { doses, exercise } from '../../support/exercises.ts'

const NOW = new Date(2026, 10, 24, 0, 30)
const at = (...parts: [number, number, number, number]) => new Date(...parts).toISOString()
const did = (started_at: string, parts: Partial<PracticeData> = {}): PracticeData => ({
  exercise: 'walk',
  started_at,
  ended_by: 'finished',
  ...parts,
})

test.each([
  [at(2026, 10, 24, 0), 'You did this today.'],
  [at(2026, 10, 23, 23), 'You did this yesterday.'],
  [at(2026, 10, 22, 12), 'You did this on Sunday.'],
  [at(2026, 10, 18, 1), 'You did this on Wednesday.'],
  [at(2026, 10, 17, 23), `You did this on ${dayOf(new Date(2026, 10, 17))}.`],
])('%s', (started, sentence) => {
  const last = lastTime([did(started)], 'walk', NOW)
  expect(last && enExercise.did(last.at, last.days)).toBe(sentence)
})

test('the newest of this very exercise counts, with what came of it', () => {
  const practices = [
    did(at(2026, 10, 23, 9), { exercise: 'hum' }),
    did(at(2026, 10, 22, 9), { nearness_before: 2, nearness_after: 4 }),
    did(at(2026, 10, 21, 9), { thaw: 'less' }),
  ]
  expect(lastTime(practices, 'walk', NOW)).toMatchObject({ days: 2, outcome: 'nearer' })
  expect(lastTime(practices, 'draw', NOW)).toBeUndefined()
})

const walk = exercise('walk', { doses: doses(60, 180, 300) })

test.each<[string, PracticeData[], string, number]>([
  ['the one in the address', [], '?dose=2', 2],
  ['an address for a dose that is not there', [], '?dose=7', 0],
  ['the one last done in full', [did(at(2026, 10, 22, 9), { seconds: 180 })], '', 1],
  [
    'the shortest on a tender day, whatever the address says',
    [did(at(2026, 10, 23, 9), { thaw: 'less' })],
    '?dose=2',
    0,
  ],
])('what lies ready: %s', (_, practices, query, dose) => {
  expect(readyDose(walk, practices, query, NOW)).toBe(dose)
})
