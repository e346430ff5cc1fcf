import type { RecordData, ReminderData, Row } from '../db/types.ts'
import { phoneZone } from '../zone.ts'
import { changed, commit } from './commit.ts'

export type ReminderChanges = { [field in keyof ReminderData]?: ReminderData[field] | null }

/** null removes a field. When it is next due, only the server can say. */
export async function editReminder(
  id: string,
  changes: ReminderChanges,
): Promise<Row<ReminderData>> {
  const next = (current: RecordData | undefined) =>
    changed('reminders', { ...changes, ...zoneOf(changes, current), next_due_at: null })(current)
  return commit({ collection: 'reminders', id, next })
}

/** A new wall time is one by this phone's clock. */
function zoneOf({ local_time }: ReminderChanges, current: RecordData | undefined) {
  const moved = local_time !== undefined && local_time !== current?.['local_time']
  return moved ? { time_zone: phoneZone() } : {}
}
