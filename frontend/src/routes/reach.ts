import { startOfDay } from './today/calendar.ts'

/** How far a suggestion looks: at all practices, and at what was said of late. */
export function reach(now = new Date()): { ever: Date; recently: Date; ahead: Date } {
  // A screen that stays open for days still hears of what is noted.
  return { ever: new Date(0), recently: startOfDay(now, -2), ahead: startOfDay(now, 366) }
}
