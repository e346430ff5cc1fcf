import type { ReminderData } from '../../lib/db/types.ts'
import { momentOf } from '../../lib/i18n/dates.ts'
import { enReminders as t } from '../../lib/i18n/en-reminders.ts'

const WEEK = 7

export function daysOf({ weekdays }: ReminderData): string {
  if (weekdays.length === WEEK) return t.everyDay
  return weekdays.map((day) => t.weekdays[day - 1]?.slice(0, 3)).join(', ')
}

/** What comes next of it, as far as this phone knows. */
export function nextOf(
  { enabled, paused_until, next_due_at }: ReminderData,
  reachable: boolean,
): string {
  if (enabled === false) return t.off
  if (paused_until) return t.paused(paused_until)
  if (!reachable) return t.cannotArrive
  return next_due_at ? t.next(momentOf(new Date(next_due_at))) : t.nextUnknown
}
