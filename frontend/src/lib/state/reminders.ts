import type { Readable } from 'svelte/store'
import { live } from '../db/live.ts'
import { getReminder, listReminders } from '../db/reminders.ts'
import type { ReminderData, Row } from '../db/types.ts'

/** Live queries for the screens. undefined: not read yet; null: there is none. */

export function reminders(): Readable<Row<ReminderData>[] | undefined> {
  return live(['reminders'], listReminders)
}

export function reminder(id: string): Readable<Row<ReminderData> | null | undefined> {
  return live(['reminders'], async () => (await getReminder(id)) ?? null)
}
