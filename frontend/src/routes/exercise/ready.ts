import type { Exercise } from '../../lib/content/catalogue.ts'
import type { PracticeData } from '../../lib/db/types.ts'
import { doseFor, isTender } from '../../lib/suggest/care.ts'

/** The dose that lies ready: on a tender day the shortest; else the one in the address, if there is one. */
export function readyDose(
  exercise: Exercise,
  practices: readonly PracticeData[],
  query: string,
  now: Date,
): number {
  const asked = new URLSearchParams(query).get('dose')
  const named = exercise.doses.findIndex((_, index) => String(index) === asked)
  return named < 0 || isTender(practices, now) ? doseFor(exercise, practices, now) : named
}
