import type { Exercise } from '../../lib/content/catalogue.ts'
import type { Asked, Minutes, Need } from './asked.ts'

/** In seconds, from above one to at most the other: the steps of the dose ladder. */
const LENGTHS: Record<Minutes, [above: number, most: number]> = {
  '1': [0, 60],
  '3': [60, 180],
  '5': [180, Number.POSITIVE_INFINITY],
}

/** Whether the exercise is all that is asked. */
export function fits(exercise: Exercise, { need, minutes, energy, places }: Asked): boolean {
  const met = [
    need === undefined || suits(exercise, need),
    minutes === undefined || doseWithin(exercise, minutes) !== undefined,
    energy === undefined || exercise.energy === energy,
    ...places.map((place) => exercise.place.includes(place)),
  ]
  return met.every(Boolean)
}

/** When things seem unreal only grounding is offered, whatever a catalogue says. */
export function suits({ kind, suits: named }: Exercise, need: Need): boolean {
  return named.includes(need) && (need !== 'unreal' || kind === 'grounding')
}

/** The number of the dose that takes about so long: the shortest of these. */
export function doseWithin({ doses }: Exercise, minutes: Minutes): number | undefined {
  const [above, most] = LENGTHS[minutes]
  const found = doses.findIndex(({ seconds }) => seconds > above && seconds <= most)
  return found < 0 ? undefined : found
}
