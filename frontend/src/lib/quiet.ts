/** Wall times; past midnight when `from` is the later one. The same as at the server: `to` itself is no longer quiet. */
export interface QuietHours {
  from: string
  to: string
}

const DAY_MS = 86_400_000
export const USUAL_QUIET: QuietHours = { from: '21:00', to: '09:00' }

/** When a reminder of that time comes: then, when the quiet is over, or not at all where that is another day. */
export function outOfQuiet(hours: QuietHours, time: string): string | undefined {
  if (!isQuiet(hours, time)) return time
  return time < hours.to ? hours.to : undefined
}

export function isQuiet({ from, to }: QuietHours, time: string): boolean {
  if (from <= to) return from <= time && time < to
  return time >= from || time < to
}

/**
 * Until when no reminder comes, as Help asks for it: a day at most. One that is further ahead was written by a clock that
 * was wrong, and would be quiet for years.
 */
export function hushedUntil(quietUntil: string | null | undefined, now: Date): Date | undefined {
  const until = new Date(quietUntil ?? 0)
  return now < until && +until - +now <= DAY_MS ? until : undefined
}

/** The wall time of that moment on this phone, '20:30'. */
export function wallTime(when: Date): string {
  return [when.getHours(), when.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':')
}
