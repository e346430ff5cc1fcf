import { dayOf } from './dates.ts'
import { en } from './en.ts'

/** The words of an exercise's own page. */
export const enExercise = {
  leave: 'You can leave at any time. Leaving is fine.',
  gate: 'Read this first',
  long: 'How long',
  tender:
    'The shortest lies ready, because something was too much in the last day. The others are yours to pick.',
  inward: 'This one turns inward. Looking around the room may be easier today.',
  keep: 'Your own',
  keptAs: (title: string) => `Keep ${title} with your own`,
  steps: 'The steps',
  stepsOf: (n: number) => `See the ${n} steps`,
  fits: 'Where it fits',
  instead: 'Another way to do it',
  cautions: 'Good to know',
  known: 'What is known',
  source: 'Source',
  strength: {
    some_trials: 'Tested in a few trials.',
    mixed: 'Studies point both ways.',
    early: 'Early findings.',
    little_studied: 'Little studied so far.',
  },
  /** 'You did this on Tuesday.' */
  did: (at: Date, days: number) => `You did this ${dayBefore(at, days)}.`,
  outcome: {
    nearer: 'Nearer.',
    as_near: 'As near as before.',
    further: 'Further away.',
    more: 'More.',
    same: 'The same.',
    less: 'Less.',
    unnamed: 'Something without a name.',
    too_much: 'It was too much that time.',
  },
}

function dayBefore(at: Date, days: number): string {
  if (days <= 0) return 'today'
  if (days === 1) return 'yesterday'
  return `on ${days < 7 ? (en.weekdays[at.getDay()] ?? '') : dayOf(at)}`
}
