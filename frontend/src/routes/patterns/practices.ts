import type { ExerciseKind, PracticeData } from '../../lib/db/types.ts'
import { changeIn, type Change } from './changes.ts'
import { grouped } from './groups.ts'
import { talliesOf, type Tally } from './tallies.ts'

export interface Practised {
  /** The slug of an exercise, or a kind of them. */
  name: string
  count: number
  change: Change
  /** What was said after it: more, same, less, unnamed. */
  thaw: Tally[]
}

export interface KindPractised extends Practised {
  /** Its exercises, most often first. */
  exercises: Practised[]
}

/** By kind and by exercise, most often first. An exercise that is in no catalogue any more has no kind: 'other'. */
export function practicesOf(
  rows: PracticeData[],
  kinds: ReadonlyMap<string, ExerciseKind>,
): KindPractised[] {
  const byKind = grouped(rows, ({ exercise }) => kinds.get(exercise) ?? 'other')
  return [...byKind]
    .map(([kind, group]) => ({
      ...practised(kind, group),
      exercises: [...grouped(group, ({ exercise }) => exercise)]
        .map(([exercise, own]) => practised(exercise, own))
        .sort(often),
    }))
    .sort(often)
}

function practised(name: string, rows: PracticeData[]): Practised {
  const pairs = rows.map((row) => ({
    before: row.nearness_before,
    after: row.nearness_after,
    absenceBefore: row.absence_before,
    absenceAfter: row.absence_after,
  }))
  const thaw = talliesOf(rows.map((row) => (row.thaw ? [row.thaw] : [])))
  return { name, count: rows.length, change: changeIn(pairs), thaw }
}

function often(a: Practised, b: Practised): number {
  return b.count - a.count || a.name.localeCompare(b.name)
}
