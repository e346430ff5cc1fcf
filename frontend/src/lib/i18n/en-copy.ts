import { lengthOf } from './dates.ts'

/** The words of a copy under way: what comes down, and a clock that is off. */
export const enCopy = {
  coming: 'What is on the server is coming here.',
  received: (n: number) =>
    n === 1 ? '1 thing so far' : `${n.toLocaleString('en-GB')} things so far`,
  clock: (ahead: number) =>
    `This phone’s clock is about ${apart(Math.abs(ahead))} ${ahead > 0 ? 'ahead' : 'behind'}. New check-ins carry its time.`,
}

const HOUR = 60 * 60
const DAY = 24 * HOUR
const YEAR = 365 * DAY

/** '20 minutes', 'a day', '3 years' */
function apart(seconds: number): string {
  if (seconds < 22 * HOUR) return lengthOf(seconds)
  if (seconds < 360 * DAY) return some(seconds / DAY, 'day')
  return some(seconds / YEAR, 'year')
}

function some(count: number, what: string): string {
  const n = Math.round(count)
  return n === 1 ? `a ${what}` : `${n} ${what}s`
}
