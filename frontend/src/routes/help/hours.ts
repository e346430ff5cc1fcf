import type { HelpHours, HelpLine } from '../../lib/content/lines.ts'
import { enHelp as t } from '../../lib/i18n/en-help.ts'

const A_MONDAY = Date.UTC(2024, 0, 1)
const DAY_MS = 86_400_000
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' })

/** 'day and night', 'every day 19:00–07:00', 'Mon–Sat 10:00–20:00' */
export function hoursOf({ hours }: HelpLine): string {
  if (hours === 'always') return t.always
  if (hours === 'check') return t.check
  return hours.map(({ days, from, to }) => `${daysOf(days)} ${from}–${to}`).join(', ')
}

function daysOf(days: HelpHours['days']): string {
  if (days.length === 7) return 'every day'
  const runs = consecutive(days)
  return runs.map((run) => [...new Set([run[0], run.at(-1)])].map(name).join('–')).join(', ')
}

function consecutive(days: number[]): number[][] {
  const runs: number[][] = []
  for (const day of [...days].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last?.at(-1) === day - 1) last.push(day)
    else runs.push([day])
  }
  return runs
}

function name(day = 1): string {
  return weekday.format(A_MONDAY + (day - 1) * DAY_MS)
}
