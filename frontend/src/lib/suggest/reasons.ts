import type { PracticeData } from '../db/types.ts'
import type { Candidate } from './candidate.ts'
import { nearerAfter } from './scores.ts'
import type { State } from './state.ts'

/** Why this one: a name, and what its sentence needs. The most telling reason is said, and only that one. */
export type Reason =
  | { because: 'glass' | 'unreal' | 'too_much' | 'tender' | 'far' | 'night' | 'untried' | 'small' }
  | { because: 'nearer' | 'more'; times: number; of: number }
  | { because: 'marked'; title: string }

/** A card of Understand that the person marked, and the exercise it leads to. */
export interface Marked {
  title: string
  try?: string
}

/** Fewer say nothing: a number is told from so many practices on. */
const ENOUGH = 3

export function reasonFor(
  exercise: Candidate,
  state: State,
  own: readonly PracticeData[],
  marked: readonly Marked[],
): Reason {
  const card = marked.find((one) => one.try === exercise.slug)
  return (
    forState(state) ??
    forPast(own) ??
    (card && { because: 'marked', title: card.title }) ??
    forNow(exercise, state, own.length === 0)
  )
}

function forState({ mood, glass, tender }: State): Reason | undefined {
  if (mood === 'unreal') return { because: glass ? 'glass' : 'unreal' }
  if (mood === 'too_much') return { because: 'too_much' }
  return tender ? { because: 'tender' } : undefined
}

/** What helped less than half of the time is not called a help. */
function forPast(own: readonly PracticeData[]): Reason | undefined {
  const { nearer, of } = nearerAfter(own)
  if (of >= ENOUGH && nearer * 2 >= of) return { because: 'nearer', times: nearer, of }
  const said = own.filter(({ thaw }) => thaw !== undefined)
  const more = said.filter(({ thaw }) => thaw === 'more').length
  if (said.length >= ENOUGH && more * 2 >= said.length)
    return { because: 'more', times: more, of: said.length }
  return undefined
}

function forNow({ suits = [] }: Candidate, { severe, night }: State, untried: boolean): Reason {
  if (severe) return { because: 'far' }
  if (night && suits.includes('cannot_sleep')) return { because: 'night' }
  return { because: untried ? 'untried' : 'small' }
}
