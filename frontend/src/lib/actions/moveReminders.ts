import { listReminders } from '../db/reminders.ts'
import { isElsewhere, phoneZone } from '../zone.ts'
import { editReminder } from './editReminder.ts'

/** Reminders follow the phone: half past seven is half past seven wherever it is. */
export async function moveReminders(): Promise<void> {
  for (const { id, data } of await listReminders())
    if (isElsewhere(data.time_zone)) await editReminder(id, { time_zone: phoneZone() })
}
