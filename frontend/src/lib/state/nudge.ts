import { getMeta } from '../db/meta.ts'
import { phone } from '../db/database.ts'
import { practicesBetween } from '../db/practices.ts'
import { listReminders } from '../db/reminders.ts'

/** Far enough to count a handful of visits. */
const LOOK_BACK_DAYS = 90

/**
 * Whether a reminder is offered after a practice: on the second and the third day with one, to who has none, until
 * there was an answer. After that the way to reminders is in Settings, and nobody is asked.
 */
export async function mayOfferReminder(now: Date): Promise<boolean> {
  if ((await getMeta(phone, 'reminder_offered')) !== undefined) return false
  if ((await listReminders()).length > 0) return false
  const from = new Date(now.getFullYear(), now.getMonth(), now.getDate() - LOOK_BACK_DAYS)
  const to = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1)
  const days = new Set<string>()
  for (const { data } of await practicesBetween(from, to))
    days.add(new Date(data.started_at).toDateString())
  return days.size === 2 || days.size === 3
}
