import type { Exercise } from '../../lib/content/catalogue.ts'
import type { CheckInData, PracticeData } from '../../lib/db/types.ts'
import { isSafe, tooMuchLast } from '../../lib/suggest/rules.ts'
import { stateOf } from '../../lib/suggest/state.ts'
import type { Helped } from './helped.ts'
import { named } from './named.ts'

export interface Hero {
  exercise: Exercise
  because: 'helped' | 'own' | 'gentle'
  helped?: Helped | undefined
}

interface Known {
  own: readonly string[]
  helped: readonly Helped[]
  /** All there are, newest first: what was too much stays so, however long ago. */
  practices: readonly PracticeData[]
  checkIns: readonly CheckInData[]
}

/**
 * The one that lies on top: what helped, of that first what is known from enough numbers; then what the person keeps;
 * then the gentlest. Nobody asked for it, so it follows the rules of what may be offered right now.
 */
export function heroOf(fitting: readonly Exercise[], known: Known, now: Date): Hero | undefined {
  const state = stateOf(known.checkIns, known.practices, now)
  const heavy = new Set(known.helped.filter((one) => one.heavy).map(({ slug }) => slug))
  const avoided = new Set([...tooMuchLast(known.practices), ...heavy])
  const safe = fitting.filter((exercise) => isSafe(exercise, state, avoided))
  return pick(safe, known) ?? gentlest(safe)
}

function pick(safe: readonly Exercise[], { own, helped }: Known): Hero | undefined {
  const helpful = helped.filter(({ slug, helpful }) => helpful && named(safe, [slug]).length > 0)
  const best = helpful.find((one) => one.counted) ?? helpful[0]
  const [exercise] = named(safe, [...(best ? [best.slug] : []), ...own])
  return exercise && { exercise, because: best ? 'helped' : 'own', helped: best }
}

function gentlest(exercises: readonly Exercise[]): Hero | undefined {
  const exercise = exercises.find(({ kind }) => kind === 'grounding') ?? exercises[0]
  return exercise && { exercise, because: 'gentle' }
}
