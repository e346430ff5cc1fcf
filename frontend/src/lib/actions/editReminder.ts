import type { ReminderData, Row } from '../db/types.ts'
import { changed, commit } from './commit.ts'

export type ReminderChanges = { [field in keyof ReminderData]?: ReminderData[field] | null }

/** null removes a field. When it is next due, only the server can say. */
export async function editReminder(
  id: string,
  changes: ReminderChanges,
): Promise<Row<ReminderData>> {
  const next = changed('reminders', { ...changes, next_due_at: null })
  return commit({ collection: 'reminders', id, next })
}
