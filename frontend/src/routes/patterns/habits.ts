import type { CheckInData } from '../../lib/db/types.ts'
import { HABITS, type Habit } from '../../lib/names.ts'
import { changeIn, type Change } from './changes.ts'

export interface HabitChange {
  habit: Habit
  count: number
  change: Change
}

/** Each habit that was noted, in the order of the check-in. */
export function habitsOf(rows: CheckInData[]): HabitChange[] {
  const notes = rows.flatMap(({ habits }) => habits ?? [])
  return HABITS.map((habit) => {
    const own = notes.filter((note) => note.habit === habit)
    return { habit, count: own.length, change: changeIn(own) }
  }).filter(({ count }) => count > 0)
}
