import type { CheckInData } from '../../lib/db/types.ts'
import { grouped } from './groups.ts'
import { apart, meanOf, type Interval } from './paired.ts'
import { talliesOf } from './tallies.ts'

/** One tag: how near feelings were with it around, and with only other things around. */
export interface Comparison {
  tag: string
  /** Check-ins with it, whatever else they say. */
  count: number
  /** From enough answers with a nearness on either side. */
  found?: { with: Interval; without: Interval; difference: Interval }
}

/**
 * `without` are check-ins that noted something around, and not this: a step that was skipped says nothing about what
 * was there. Absences are in `count` alone.
 */
export function comparisonsOf(rows: CheckInData[]): Comparison[] {
  const noted = rows.filter(({ around }) => around && around.length > 0)
  return talliesOf(noted.map(({ around }) => around)).map(([tag, count]) => {
    const sides = grouped(noted, ({ around }) => around?.includes(tag) ?? false)
    const [some, others] = [nearnessIn(sides.get(true)), nearnessIn(sides.get(false))]
    const found = compared(some, others)
    return { tag, count, ...(found && { found }) }
  })
}

function compared(some: number[], others: number[]): Comparison['found'] {
  const [here, elsewhere, difference] = [meanOf(some), meanOf(others), apart(some, others)]
  return here && elsewhere && difference
    ? { with: here, without: elsewhere, difference }
    : undefined
}

function nearnessIn(rows: CheckInData[] = []): number[] {
  return rows.flatMap(({ nearness }) => nearness ?? [])
}
