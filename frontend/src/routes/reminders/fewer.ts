import { editReminder } from '../../lib/actions/editReminder.ts'
import type { ReminderData, Row } from '../../lib/db/types.ts'

/** Every second of the days, and half as many at most; a single day stays. */
export function halved(weekdays: readonly number[]): number[] {
  const days = weekdays.toSorted((a, b) => a - b)
  return days.length < 2 ? days : days.filter((_day, index) => index % 2 === 1)
}

/** Those that can come less often without being switched off. */
export function lessened(rows: readonly Row<ReminderData>[]): Row<ReminderData>[] {
  return rows.filter(({ data }) => data.enabled !== false && data.weekdays.length > 1)
}

/** Half as many at once; returns the way back. Throws NotSaved. */
export async function fewer(rows: readonly Row<ReminderData>[]): Promise<() => Promise<void>> {
  const before = lessened(rows).map(({ id, data }) => ({ id, weekdays: data.weekdays }))
  for (const { id, weekdays } of before) await editReminder(id, { weekdays: halved(weekdays) })
  return async () => {
    for (const { id, weekdays } of before) await editReminder(id, { weekdays })
  }
}
