import { enCheckIns } from './en-check-ins.ts'

/** The words of Patterns: counts, and no judgement of them. */
export const enPatterns = {
  title: 'Patterns',
  lead: 'A pane for each day. Light is how near feelings came; frost is an answer too.',
  earlier: 'The month before',
  later: 'The month after',
  weekdays: ['M', 'T', 'W', 'T', 'F', 'S', 'S'],
  legend: 'What the panes show',
  far: 'far away',
  near: 'right here',
  glimmer: 'a glimmer',
  words: 'In words',
  empty: 'Nothing is noted in this month',
  emptyDetail: 'The panes fill with what you note on Today. Any answer counts.',
  noneYet: 'No days are here yet',
  count: (n: number) => (n === 1 ? '1 check-in' : `${n} check-ins`),
  nearness: (n: number) => `How near feelings felt: ${times(n)}`,
  absence: (name: string, n: number) => `${name}: ${times(n)}`,
  glimmers: (n: number) => (n === 1 ? '1 glimmer' : `${n} glimmers`),
  foggy: (n: number) => (n === 1 ? '1 foggy while' : `${n} foggy whiles`),
  day: (day: string, parts: string[]) => `${day}: ${parts.join('; ')}`,
  dayEmpty: 'Nothing is noted on this day',
  dayEmptyDetail: 'That is all right. Days need not be filled.',
  all: enCheckIns.title,
}

function times(n: number): string {
  if (n === 1) return 'once'
  return n === 2 ? 'twice' : `${n} times`
}
