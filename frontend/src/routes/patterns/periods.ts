export const SPANS = ['week', 'month', 'year'] as const
export type Span = (typeof SPANS)[number]

/** A stretch of the phone's own calendar: `from` up to, but not including, `to`. Weeks are those of ISO 8601. */
export interface Period {
  span: Span
  /** As it stands in an address: '2026-W47', '2026-11', '2026'. */
  key: string
  from: Date
  to: Date
}

const DAY_MS = 86_400_000
const PATTERN = /^(?<year>\d{4})(?:-W(?<week>\d\d)|-(?<month>\d\d))?$/

/** 1 is Monday. */
export function weekdayOf(date: Date): number {
  return ((date.getDay() + 6) % 7) + 1
}

/** '2026-11-03' */
export function dayKey(date: Date): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** Midnight by the phone's clock, `by` days on; where the clock skips it, the first moment there is. */
export function dayAfter(date: Date, by: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + by)
}

export function mondayOf(date: Date): Date {
  return dayAfter(date, 1 - weekdayOf(date))
}

export function periodOf(span: Span, when: Date): Period {
  const [year, month] = [when.getFullYear(), when.getMonth()]
  if (span === 'year')
    return { span, key: String(year), from: new Date(year, 0), to: new Date(year + 1, 0) }
  if (span === 'month') {
    const from = new Date(year, month)
    return { span, key: dayKey(from).slice(0, 7), from, to: new Date(year, month + 1) }
  }
  const from = mondayOf(when)
  return { span, key: weekKey(from), from, to: dayAfter(from, 7) }
}

/** Anything that names no period is the month of `now`. */
export function periodFrom(text: string, now: Date): Period {
  const { year, week, month } = PATTERN.exec(text)?.groups ?? {}
  if (year === undefined) return periodOf('month', now)
  const named = week ? inWeek(Number(year), Number(week)) : inYear(year, month)
  return named.key === text ? named : periodOf('month', now)
}

export function shifted({ span, from, to }: Period, by: 1 | -1): Period {
  return periodOf(span, by === 1 ? to : dayAfter(from, -1))
}

/** The same time seen longer or shorter: around `now` where it is in sight, else around its Thursday or last day. */
export function seenAs(span: Span, period: Period, now: Date): Period {
  if (holds(period, now)) return periodOf(span, now)
  return periodOf(span, period.span === 'week' ? dayAfter(period.from, 3) : dayAfter(period.to, -1))
}

export function holds({ from, to }: Period, when: Date): boolean {
  return from <= when && when < to
}

function inWeek(year: number, week: number): Period {
  return periodOf('week', dayAfter(mondayOf(new Date(year, 0, 4)), (week - 1) * 7))
}

function inYear(year: string, month: string | undefined): Period {
  return periodOf(month ? 'month' : 'year', new Date(Number(year), Number(month ?? 1) - 1))
}

/** A week belongs to the year of its Thursday. */
function weekKey(monday: Date): string {
  const thursday = dayAfter(monday, 3)
  const year = thursday.getFullYear()
  const days =
    (Date.UTC(year, thursday.getMonth(), thursday.getDate()) - Date.UTC(year, 0)) / DAY_MS
  return `${year}-W${two(Math.floor(days / 7) + 1)}`
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
