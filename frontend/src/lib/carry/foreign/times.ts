/** A clock on the wall and a page of the calendar, wherever that was. */
export interface Wall {
  year: number
  month: number
  day: number
  hour: number
  minute: number
}

const DAY_MS = 86_400_000
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const EARLIEST = 1970
const LATEST = 2100

/** 'jan', 'Jan', 'January': 1; 0 where it is none, or in another language. */
export function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

/** '20:05', '8:05 pm', '8:05 PM' with any space between; undefined where it is no time. */
export function clockIn(text: string): Pick<Wall, 'hour' | 'minute'> | undefined {
  const found = /^(\d{1,2}):(\d\d)(?::\d\d)?\s*([ap])?\.?(?:m\.?)?$/i.exec(text.trim())
  if (!found) return undefined
  const [hour, minute] = [hourOf(Number(found[1]), found[3]), Number(found[2])]
  return within(hour, 23) && within(minute, 59) ? { hour, minute } : undefined
}

function within(value: number, most: number): boolean {
  return value >= 0 && value <= most
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return -1
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

/**
 * When that was, to the second; undefined where there is no such day. A time inside a gap moves forward by the gap, and in
 * a repeated hour it is the first pass, as for reminders.
 */
export function instantOf(wall: Wall, zone: string): string | undefined {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute)
  if (!isDay(wall, new Date(asUtc))) return undefined
  const before = asUtc - offsetAt(asUtc - DAY_MS, zone)
  const after = asUtc - offsetAt(asUtc + DAY_MS, zone)
  const passes = [before, after].filter((at) => at + offsetAt(at, zone) === asUtc)
  return secondsOf(passes.length > 0 ? Math.min(...passes) : before)
}

/** '2026-11-23T20:30:00Z' of an instant as other apps write it; undefined where it is none. */
export function instantIn(text: unknown): string | undefined {
  // Without a zone it would be read by this phone's.
  if (typeof text !== 'string' || !/(Z|[+-]\d\d:?\d\d)$/.test(text)) return undefined
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : secondsOf(at)
}

function secondsOf(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
}

function isDay({ year, month, day }: Wall, made: Date): boolean {
  const same = made.getUTCMonth() === month - 1 && made.getUTCDate() === day
  return same && year >= EARLIEST && year < LATEST
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Milliseconds the zone is ahead of UTC at that instant. */
function offsetAt(at: number, zone: string): number {
  const format = formats.get(zone) ?? formatFor(zone)
  formats.set(zone, format)
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const shown = SHOWN.map((type) => parts.get(type) ?? 0)
  const [year = 0, month = 0, ...rest] = shown
  return Date.UTC(year, month - 1, ...rest) - Math.floor(at / 1000) * 1000
}

const SHOWN = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const digits = 'numeric'
  const options = { hour: digits, minute: digits, second: digits } as const
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: digits,
    month: digits,
    day: digits,
    ...options,
  })
}
