/** The four absences as the pane knows them: kinds of ice. */
export type Frost = 'nothing' | 'cannot_tell' | 'behind_glass' | 'too_mixed'

export type Hour = 'dawn' | 'day' | 'dusk' | 'night'

/** From which hour on; before the first it is still night. */
const BEGINS: [from: number, hour: Hour][] = [
  [5, 'dawn'],
  [9, 'day'],
  [17, 'dusk'],
  [21, 'night'],
]

export function hourOf(when: Date): Hour {
  return BEGINS.findLast(([from]) => when.getHours() >= from)?.[1] ?? 'night'
}
