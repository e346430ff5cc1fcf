import { enLengths } from './en-lengths.ts'

const LANGUAGE = 'en-GB'
const MINUTE = 60
const HOUR = 60 * MINUTE

/**
 * Made when first used: each costs a slow phone a noticeable moment. It would keep the zone it was made in while the phone
 * travels, so it writes wall times, in UTC.
 */
function format(options: Intl.DateTimeFormatOptions, more = () => ({})): (when: Date) => string {
  let made: Intl.DateTimeFormat | undefined
  return (when) =>
    (made ??= new Intl.DateTimeFormat(LANGUAGE, { ...options, ...more(), timeZone: 'UTC' })).format(
      +when - when.getTimezoneOffset() * MINUTE * 1000,
    )
}

/** As the phone writes the hour in its own time fields: ours stand right beside them. */
function hours(): Intl.DateTimeFormatOptions {
  const { hourCycle = 'h23' } = new Intl.DateTimeFormat([], { hour: 'numeric' }).resolvedOptions()
  return { hourCycle, hour: hourCycle === 'h23' ? '2-digit' : 'numeric', minute: '2-digit' }
}

const date = format({ weekday: 'long', day: 'numeric', month: 'long' })
const dateWithYear = format({ dateStyle: 'full' })
const plainDate = format({ dateStyle: 'long' })
const clock = format({}, hours)
const moment = format({ weekday: 'short', day: 'numeric', month: 'short' }, hours)

/** 'Sunday, 22 November', with the year when it is another one */
export function dayOf(when: Date, now = new Date()): string {
  return (when.getFullYear() === now.getFullYear() ? date : dateWithYear)(when)
}

/** '23 November 2026', of the day '2026-11-23' wherever the phone is */
export function dateOf(day: string): string {
  return plainDate(new Date(`${day}T00:00`))
}

/** '20:30', or '8:30 pm' on a phone that counts to twelve */
export function clockOf(when: Date): string {
  return clock(when)
}

/** The same of a wall time, '20:30' as records and fields have it */
export function clockAt(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return clock(new Date(2000, 0, 1, hour, minute))
}

/** 'Sun 22 Nov, 20:30' */
export function momentOf(when: Date): string {
  return moment(when)
}

/** '1 minute', '45 seconds', '2 hours' */
export function lengthOf(seconds: number): string {
  if (seconds < MINUTE) return enLengths.seconds(seconds)
  if (seconds < HOUR) return enLengths.minutes(Math.round(seconds / MINUTE))
  return enLengths.hours(Math.round(seconds / HOUR))
}

/** '1 min', '45 s' */
export function shortLengthOf(seconds: number): string {
  return seconds < MINUTE ? enLengths.s(seconds) : enLengths.min(Math.round(seconds / MINUTE))
}

/** The phone's wall time as `<input type="datetime-local">` wants it. */
export function toLocalInput(when: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const day = [when.getFullYear(), two(when.getMonth() + 1), two(when.getDate())].join('-')
  return `${day}T${two(when.getHours())}:${two(when.getMinutes())}`
}
