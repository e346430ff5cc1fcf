/** Wall times; past midnight when `from` is the later one. The same as at the server: `to` itself is no longer quiet. */
export interface QuietHours {
  from: string
  to: string
}

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
