import type { CheckInData } from '../../lib/db/types.ts'
import { HEAVY } from '../../lib/suggest/words.ts'

const DAY_MS = 86_400_000

/** For a day after the card about an emergency was opened, or a heavy word was noted, the way begins with Help. */
export function helpComesFirst(
  checkIns: readonly CheckInData[],
  emergencyOpened: string | undefined,
  now: Date,
): boolean {
  const isRecent = (at: string) => Math.abs(now.getTime() - Date.parse(at)) < DAY_MS
  const heavy = checkIns.some(
    ({ words = [], occurred_at }) =>
      isRecent(occurred_at) && words.some((word) => HEAVY.includes(word)),
  )
  return heavy || (emergencyOpened !== undefined && isRecent(emergencyOpened))
}
