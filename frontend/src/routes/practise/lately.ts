import type { PracticeData } from '../../lib/db/types.ts'
import { endOf } from '../../lib/suggest/care.ts'

const DAY_MS = 86_400_000
const LATELY_DAYS = 60

/** What helped long ago may not help now. */
export function latelyOf(practices: readonly PracticeData[], now: Date): PracticeData[] {
  const from = now.getTime() - LATELY_DAYS * DAY_MS
  return practices.filter((practice) => endOf(practice) >= from)
}
