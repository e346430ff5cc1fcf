import { phone } from './database.ts'
import { getRow, shown } from './rows.ts'
import type { ReminderData, Row } from './types.ts'

/** Earliest in the day first. */
export async function listReminders(): Promise<Row<ReminderData>[]> {
  return phone.read(['reminders'], async (tx) => {
    const rows = await tx.objectStore('reminders').index('live').getAll()
    return rows.map((row) => shown<ReminderData>(row))
  })
}

export function getReminder(id: string): Promise<Row<ReminderData> | undefined> {
  return getRow('reminders', id)
}
