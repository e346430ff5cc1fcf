import type { ReminderData } from '../../lib/db/types.ts'
import { dateOf, momentOf } from '../../lib/i18n/dates.ts'
import { enReminders as t } from '../../lib/i18n/en-reminders.ts'
import { outOfQuiet, type QuietHours } from '../../lib/quiet.ts'

const WEEK = 7

export function daysOf({ weekdays }: ReminderData): string {
  if (weekdays.length === WEEK) return t.everyDay
  return weekdays.map((day) => t.weekdays[day - 1]?.slice(0, 3)).join(', ')
}

/** What comes next of it, as far as this phone knows; `today` as '2026-11-24'. */
export function nextOf(
  reminder: ReminderData,
  reachable: boolean,
  today: string,
  hours: QuietHours,
): string {
  const { enabled, paused_until: until = '', pace } = reminder
  if (enabled === false) return t.off
  if (today < until) return t.paused(dateOf(until))
  if (!reachable) return t.cannotArrive
  // Whatever the plan says, nothing comes of it.
  return pace === 'resting' ? '' : plannedOf(reminder, hours)
}

function plannedOf({ next_due_at: due, local_time }: ReminderData, hours: QuietHours): string {
  if (outOfQuiet(hours, local_time) === undefined) return t.inQuiet
  return due ? t.next(momentOf(new Date(due))) : t.nextUnknown
}

/** That it comes less often than its days say, and nothing of why. */
export function paceOf({ enabled, pace }: ReminderData): string {
  if (enabled === false || pace === undefined || !(pace in t.paces)) return ''
  return t.paces[pace as keyof typeof t.paces]
}
