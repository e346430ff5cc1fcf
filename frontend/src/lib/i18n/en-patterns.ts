import { enCheckIns } from './en-check-ins.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** The words of Patterns: counts, and no judgement of them. */
export const enPatterns = {
  title: 'Patterns',
  lead: 'A pane for each day. Light is how near feelings came; frost is an answer too.',
  span: 'How much at once',
  spans: { week: 'Week', month: 'Month', year: 'Year' },
  earlier: { week: 'The week before', month: 'The month before', year: 'The year before' },
  later: { week: 'The week after', month: 'The month after', year: 'The year after' },
  weekdays: ['M', 'T', 'W', 'T', 'F', 'S', 'S'],
  month: monthName,
  initial: (date: Date) => monthName(date).slice(0, 1),
  monthAndYear: (date: Date) => `${monthName(date)} ${date.getFullYear()}`,
  dayAndMonth,
  fromTo,
  legend: 'What the panes show',
  far: 'far away',
  near: 'right here',
  glimmer: 'a glimmer',
  open: 'noted, and left open',
  mist: 'a foggy while',
  words: 'In words',
  empty: {
    week: 'Nothing is noted in this week.',
    month: 'Nothing is noted in this month.',
    year: 'Nothing is noted in this year.',
  },
  emptyDetail: 'The panes fill with what you note on Today. Any answer counts.',
  more: 'Words, the body, habits and practices gather here too, as far as you note them.',
  count: (n: number) => (n === 1 ? '1 check-in' : `${n} check-ins`),
  nearness: (n: number) => `How near feelings felt: ${times(n)}`,
  absence: (name: string, n: number) => `${name}: ${times(n)}`,
  glimmers: (n: number) => (n === 1 ? '1 glimmer' : `${n} glimmers`),
  foggy: (from: Date, to: Date) => `A foggy while: ${fromTo(from, to)}`,
  day: (day: string, parts: string[]) => `${day}: ${parts.join('; ')}`,
  dayEmpty: 'Nothing is noted on this day',
  dayEmptyDetail: 'That is all right. Days need not be filled.',
  all: enCheckIns.title,
}

/** 'once', 'twice', '3 times' */
export function times(n: number): string {
  if (n === 1) return 'once'
  return n === 2 ? 'twice' : `${n} times`
}

function monthName(date: Date): string {
  return MONTHS[date.getMonth()] ?? ''
}

function dayAndMonth(date: Date): string {
  return `${date.getDate()} ${monthName(date)}`
}

/** '16 to 22 November 2026', '30 November to 6 December 2026', with both days in it */
function fromTo(from: Date, to: Date): string {
  const end = `${dayAndMonth(to)} ${to.getFullYear()}`
  if (from.toDateString() === to.toDateString()) return end
  if (from.getFullYear() !== to.getFullYear())
    return `${dayAndMonth(from)} ${from.getFullYear()} to ${end}`
  return `${from.getMonth() === to.getMonth() ? from.getDate() : dayAndMonth(from)} to ${end}`
}
