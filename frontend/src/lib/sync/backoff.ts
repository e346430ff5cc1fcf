const FIRST_MS = 2_000
const LONGEST_MS = 15 * 60_000

/**
 * Milliseconds to wait after so many failures in a row: doubling, never over a quarter of an hour, with
 * half of it random so that phones do not come back together. The server's Retry-After is a lower bound.
 */
export function delayAfter(failures: number, random: () => number, retryAfterSeconds = 0): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1))
  return Math.round(Math.max(full / 2, retryAfterSeconds * 1000) + (full / 2) * random())
}
