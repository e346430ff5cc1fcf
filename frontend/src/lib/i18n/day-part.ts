import { en as t } from './en.ts'

function part(hour: number): string {
  if (hour < 5) return 'night'
  if (hour < 12) return 'morning'
  if (hour < 17) return 'afternoon'
  return hour < 22 ? 'evening' : 'night'
}

/** 'Sunday evening', with no formatter: the first screen waits for this. */
export function dayAndPart(when: Date): string {
  return `${t.weekdays[when.getDay()] ?? ''} ${part(when.getHours())}`
}
