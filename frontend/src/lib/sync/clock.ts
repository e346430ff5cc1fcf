/** Less than this is a slow answer or a clock like any other. */
const SERIOUS_SECONDS = 300

/**
 * Seconds this phone's clock is ahead of the server's, or undefined when they agree. Nothing is ordered by it: it
 * is told to the person, whose check-ins would lie in the wrong year.
 */
export function clockAhead(date: string | null, now: Date): number | undefined {
  const ahead = Math.round((now.getTime() - Date.parse(date ?? '')) / 1000)
  return Math.abs(ahead) >= SERIOUS_SECONDS ? ahead : undefined
}
