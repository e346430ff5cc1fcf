import type { ReminderData } from '../../lib/db/types.ts'
import { toLocalInput } from '../../lib/i18n/dates.ts'
import { hushedUntil, outOfQuiet, type QuietHours } from '../../lib/quiet.ts'

/** What holds for all reminders. */
export interface Rules {
  hours: QuietHours
  /** So many come in a day. */
  cap: number
  quietUntil?: string | null | undefined
}
export type When = Pick<ReminderData, 'local_time' | 'weekdays'>
/** Quiet hours, earlier ones that take up the day, or others so near that only the server knows their order. */
export type Hindrance = 'quiet' | 'earlier' | 'beside'

export const USUAL_CAP = 1
const WEEK = 7
/** By how much the server may put off one that is not on the minute. */
const SPREAD_MINUTES = 10

/** When it comes next by this phone's clock, or why it never does. A pause of its own is not looked at. */
export function comingOf(
  { local_time, weekdays }: When,
  others: readonly ReminderData[],
  rules: Rules,
  now: Date,
): Date | Hindrance {
  const time = outOfQuiet(rules.hours, local_time)
  if (time === undefined) return 'quiet'
  const after = hushedUntil(rules.quietUntil, now) ?? now
  const days = weekFrom(after).filter((day) => weekdays.includes(isoDay(day)))
  const places = days.map((day) => ({ at: at(day, time), full: fullOn(day, time, others, rules) }))
  const next = places.find((place) => !place.full && place.at > after)
  if (next) return next.at
  return places.some(({ full }) => full === 'beside') ? 'beside' : 'earlier'
}

/** Who is before it, or beside it, on that day. */
function fullOn(
  day: Date,
  time: string,
  others: readonly ReminderData[],
  { hours, cap }: Rules,
): Hindrance | undefined {
  const ahead = others
    .filter((other) => takesPart(other, day))
    .map((other) => minutesOf(time) - minutesOf(outOfQuiet(hours, other.local_time)))
  if (ahead.filter((minutes) => minutes >= SPREAD_MINUTES).length >= cap) return 'earlier'
  return ahead.filter((minutes) => minutes > -SPREAD_MINUTES).length >= cap ? 'beside' : undefined
}

/** One that comes less often than planned leaves the day to others, now and then. */
function takesPart(
  { enabled, pace = 'full', paused_until = '', weekdays }: ReminderData,
  day: Date,
): boolean {
  if (enabled === false || pace !== 'full') return false
  return weekdays.includes(isoDay(day)) && toLocalInput(day).slice(0, 10) >= paused_until
}

/** The same weekday twice: today's time may be over. */
function weekFrom(now: Date): Date[] {
  const [year, month, day] = [now.getFullYear(), now.getMonth(), now.getDate()]
  return Array.from({ length: WEEK + 1 }, (_, ahead) => new Date(year, month, day + ahead))
}

function isoDay(day: Date): number {
  return day.getDay() || WEEK
}

function at(day: Date, time: string): Date {
  const [hour, minute] = [time.slice(0, 2), time.slice(3, 5)].map(Number)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), hour, minute)
}

/** One that never comes is after all the others. */
function minutesOf(time: string | undefined): number {
  if (time === undefined) return Number.POSITIVE_INFINITY
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
