import type { Absence } from '../../lib/db/types.ts'
import { counted } from './groups.ts'
import { changeOf, type Interval } from './paired.ts'

/** How near feelings were before and after something: a number, an absence, or not said. */
export interface Pair {
  before?: number | undefined
  after?: number | undefined
  absenceBefore?: Absence | undefined
  absenceAfter?: Absence | undefined
}

export interface Change {
  /** Pairs with a number on both sides. */
  pairs: number
  nearer: number
  same: number
  further: number
  /** From ENOUGH pairs on. */
  mean?: Interval
  /** An absence is no number: where one came or went it is told by its name. */
  arrived: [from: Absence, count: number][]
  left: [to: Absence, count: number][]
  /** An absence before and after. */
  stayed: number
}

export function changeIn(pairs: Pair[]): Change {
  const differences = pairs.flatMap(({ before, after }) =>
    before === undefined || after === undefined ? [] : after - before,
  )
  const count = (sign: number) => differences.filter((by) => Math.sign(by) === sign).length
  const mean = changeOf(differences)
  return {
    pairs: differences.length,
    nearer: count(1),
    same: differences.filter((by) => by === 0).length,
    further: count(-1),
    ...(mean && { mean }),
    arrived: counted(
      pairs.flatMap(({ absenceBefore, after }) =>
        after === undefined ? [] : (absenceBefore ?? []),
      ),
    ),
    left: counted(
      pairs.flatMap(({ before, absenceAfter }) =>
        before === undefined ? [] : (absenceAfter ?? []),
      ),
    ),
    stayed: pairs.filter(({ absenceBefore, absenceAfter }) => absenceBefore && absenceAfter).length,
  }
}
