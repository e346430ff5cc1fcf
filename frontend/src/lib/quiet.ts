/** Wall times; past midnight when `from` is the later one. The same as at the server: `to` itself is no longer quiet. */
export interface QuietHours {
  from: string
  to: string
}

export const USUAL_QUIET: QuietHours = { from: '21:00', to: '09:00' }

export function isQuiet({ from, to }: QuietHours, time: string): boolean {
  if (from <= to) return from <= time && time < to
  return time >= from || time < to
}
