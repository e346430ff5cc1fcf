import type { ReminderData, Row } from '../db/types.ts'
import { commit, compact } from './commit.ts'

export type ReminderInput = Partial<ReminderData> &
  Pick<ReminderData, 'kind' | 'local_time' | 'weekdays'>

/** The wall time is the person's own: it keeps to the zone this phone is in now. */
export async function saveReminder(input: ReminderInput): Promise<Row<ReminderData>> {
  const data = compact({ time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone, ...input })
  return commit({ collection: 'reminders', id: crypto.randomUUID(), next: () => data })
}
