import type { Habit, Mark, Side, Zone } from '../names.ts'
import { markName, zoneName } from './en-body.ts'
import { capital } from './en-patterns-charts.ts'
import { times } from './en-patterns.ts'

const HABITS: Record<Habit, string> = {
  work: 'Working on',
  screens: 'Screens',
  substances: 'Substances',
  being_alone: 'Being alone',
}

/** The words of what was noted beside nearness: body, words, what was around, habits, practices. */
export const enNoted = {
  all: (n: number) => `All ${n}`,
  body: {
    title: 'In the body',
    lead: 'Blank counts as much as warm.',
    place: (zone: Zone, side: Side) => capital(zoneName(zone, side)),
    blank: (n: number) => `blank ${times(n)}`,
    felt: (mark: Mark, n: number) => `${markName(mark)} ${times(n)}`,
    legendBlank: 'blank',
    legendFelt: 'something else',
  },
  words: {
    title: 'Words you used',
    word: (label: string, n: number) => `${label}: ${times(n)}`,
  },
  around: {
    title: 'What was around',
    lead: 'How near feelings came with it, next to when you noted other things. What goes together need not be the cause, and among many things one can stand out by chance.',
    count: times,
    with: 'with it',
    without: 'without it',
    span: (low: string, high: string) => `${low} to ${high} of 10`,
    nearer: 'Feelings came nearer with it.',
    further: 'Feelings were further with it.',
    open: 'These notes can’t tell the two apart.',
    seldom: (tags: [name: string, n: number][]) =>
      `Not compared yet: ${tags.map(([name, n]) => `${name} ${times(n)}`).join(', ')}.`,
    enough: (n: number) =>
      `For that it takes ${n} answers with a number with it, and ${n} with other things noted.`,
  },
  habits: {
    title: 'Habits',
    lead: 'What you noticed, with how near feelings were before and after.',
    names: HABITS,
    count: times,
  },
  practices: {
    title: 'What you tried',
    lead: 'How near feelings were before and after. Any of it is fine.',
    other: 'Other',
    count: times,
    thaw: (said: [name: string, n: number][]) =>
      `Next to before, you felt: ${said.map(([name, n]) => `${name} ${times(n)}`).join(', ')}.`,
    each: 'One by one',
  },
  change: {
    counts: (nearer: number, same: number, further: number) => {
      const parts: [string, number][] = [
        ['nearer', nearer],
        ['the same', same],
        ['further', further],
      ]
      const said = parts.filter(([, n]) => n > 0).map(([word, n]) => `${word} ${times(n)}`)
      return `${capital(said.join(', '))}.`
    },
    arrived: (from: [absence: string, n: number][]) => {
      const said = from.map(([absence, n]) => `${times(n)} from ‘${absence}’`)
      return `${capital(said.join(', '))} to something that had a number.`
    },
    left: (to: [absence: string, n: number][]) => {
      const said = to.map(([absence, n]) => `${times(n)} to ‘${absence}’`)
      return `From a number ${said.join(', ')}.`
    },
    stayed: (n: number) => `${capital(times(n))} without a number before and after.`,
    mean: (mean: string, low: string, high: string, n: number) =>
      `On average ${mean}; likely between ${low} and ${high} (95 % interval, ${n} times).`,
    step: (by: number) => {
      const size = Math.abs(by).toFixed(1)
      if (size === '0.0') return 'no change'
      return `${size} ${by > 0 ? 'nearer' : 'further'}`
    },
    scale: (ends: number) => [`${ends} further`, 'the same', `${ends} nearer`],
  },
  notYetChange: (n: number, enough: number) =>
    `Not enough yet for an average: ${n} of ${enough} with a number before and after.`,
  sure: 'What ‘likely’ means',
  sureDetail:
    'From few answers an average is only roughly known. The bar shows where it lies if the coming times are like these: about 19 of 20 such bars hold the true one. Fewer answers, wider bar. Frost is never counted as a number.',
}
