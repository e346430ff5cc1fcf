import type { ReminderData } from '../../lib/db/types.ts'
import { dateOf, momentOf, toLocalInput } from '../../lib/i18n/dates.ts'
import { enReminders as t } from '../../lib/i18n/en-reminders.ts'
import type { Arrival } from './arrival.ts'
import { comingOf, type Hindrance, type Rules } from './coming.ts'

const WEEK = 7

/** What the next time depends on, beside the reminder. */
export interface World {
  others: readonly ReminderData[]
  rules: Rules
  arrival: Arrival
  now: Date
}

export function daysOf({ weekdays }: ReminderData): string {
  if (weekdays.length === WEEK) return t.everyDay
  return weekdays.map((day) => t.weekdays[day - 1]?.slice(0, 3)).join(', ')
}

/** What comes next of it, as far as this phone knows. */
export function nextOf(reminder: ReminderData, world: World): string {
  const { enabled, paused_until: until = '' } = reminder
  if (enabled === false) return t.off
  if (toLocalInput(world.now).slice(0, 10) < until) return t.paused(dateOf(until))
  const coming = comingOf(reminder, world.others, world.rules, world.now)
  // Whether it could arrive or not.
  if (!(coming instanceof Date)) return hindered(coming, world.rules.cap)
  if (world.arrival === 'reached') return plannedOf(reminder, coming)
  return { alone: t.cannotArrive, unreached: t.unreached, unknown: '' }[world.arrival]
}

export function hindered(why: Hindrance, cap: number): string {
  return why === 'quiet' ? t.inQuiet : t[why](cap)
}

/** At another pace only the server knows which one comes, so nothing is promised. */
function plannedOf(reminder: ReminderData, at: Date): string {
  return paceOf(reminder) ? '' : t.next(momentOf(at))
}

/** That it comes less often than its days say, and nothing of why. */
export function paceOf({ enabled, pace }: ReminderData): string {
  if (enabled === false || pace === undefined || !(pace in t.paces)) return ''
  return t.paces[pace as keyof typeof t.paces]
}
