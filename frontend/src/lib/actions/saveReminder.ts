import type { ReminderData, Row } from '../db/types.ts'
import { phoneZone } from '../zone.ts'
import { commit, compact } from './commit.ts'

export type ReminderInput = Partial<ReminderData> &
  Pick<ReminderData, 'kind' | 'local_time' | 'weekdays'>

/** The wall time is one by this phone's clock; when the phone travels, `moveReminders` takes it along. */
export async function saveReminder(input: ReminderInput): Promise<Row<ReminderData>> {
  const data = compact({ time_zone: phoneZone(), ...input })
  return commit({ collection: 'reminders', id: crypto.randomUUID(), next: () => data })
}
