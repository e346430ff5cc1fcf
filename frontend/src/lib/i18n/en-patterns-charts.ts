import { enFeeling } from './en-feeling.ts'
import { enPatterns, times } from './en-patterns.ts'

const middle = 'in the middle'

/** The words of the two charts: nearness over time, and the plane of energy and pleasantness. */
export const enCharts = {
  nearness: {
    title: 'How near feelings came',
    lead: 'Each dot is one answer. Frost has lines of its own below; up is nearer, not better.',
    leadYear:
      'Each bar is a week, from its farthest answer to its nearest; the dot is the one in the middle. Frost has lines of its own below; up is nearer, not better.',
    day: (day: string, said: string[]) => `${day}: ${said.join('; ')}`,
    value: (n: number) => `${n} of 10`,
    week: (date: Date, said: string[]) =>
      `Week of ${enPatterns.dayAndMonth(date)}: ${said.join('; ')}`,
    one: (n: number) => `${n} of 10, once`,
    values: (low: number, high: number, median: number, count: number) =>
      `${count} answers from ${low} to ${high}, the one in the middle ${median}`,
  },
  range: {
    title: 'Where feelings were',
    lead: 'Any feeling counts the same. A place glows where you have been.',
    visited: (n: number) => (n === 1 ? 'One place on the plane.' : `${n} places on the plane.`),
    mostly: (places: string[], others: [string, number][]) => {
      const rest = others.map(([place, n]) => `${times(n)} ${place}`)
      return `Mostly ${places.join(' and ')}${rest.length ? `; ${rest.join(', ')}` : ''}.`
    },
    once: (all: [string, number][]) =>
      `${capital(all.map(([p, n]) => `${p} ${times(n)}`).join(', '))}.`,
    place: (name: string, n: number) => `${capital(name)}: ${times(n)}`,
    words: { ...enFeeling.words, middle },
  },
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
