import type { Exercise } from '../../lib/content/catalogue.ts'
import { named } from './named.ts'

type Kind = Exercise['kind']
export type ShelfName = Kind | 'own' | 'helpful'

export interface Shelf {
  name: ShelfName
  exercises: Exercise[]
}

/** The way through numbness: from saying that it is there to understanding it. */
const KINDS: readonly Kind[] = [
  'acknowledge',
  'grounding',
  'breathwork',
  'movement',
  'mindfulness',
  'writing',
  'creativity',
  'others',
  'understanding',
]
/** So many are seen of a shelf that is not opened; one more alone would not be worth a button. */
const SEEN = 3

interface Person {
  /** Slugs, in the order in which they are to stand. */
  own: readonly string[]
  helpful: readonly string[]
}

/** Everything that fits: the person's own shelves first, then by kind, the gentlest first. Empty ones are left out. */
export function shelvesOf(fitting: readonly Exercise[], { own, helpful }: Person): Shelf[] {
  const shelves: Shelf[] = [
    { name: 'own', exercises: named(fitting, own) },
    { name: 'helpful', exercises: named(fitting, helpful) },
    ...KINDS.map((kind) => ({ name: kind, exercises: gentlestFirst(fitting, kind) })),
  ]
  return shelves.filter(({ exercises }) => exercises.length > 0)
}

function gentlestFirst(fitting: readonly Exercise[], kind: Kind): Exercise[] {
  return fitting
    .filter((exercise) => exercise.kind === kind)
    .toSorted((one, other) => gatedLast(one, other) || one.order - other.order)
}

/** What is behind a gate is never suggested unasked. */
export function gatedLast(one: Exercise, other: Exercise): number {
  return gatesOf(one) - gatesOf(other)
}

function gatesOf({ gates }: Exercise): number {
  return gates?.length ? 1 : 0
}

export function seen({ name, exercises }: Shelf, open: readonly string[]): Exercise[] {
  return open.includes(name) || exercises.length <= SEEN + 1 ? exercises : exercises.slice(0, SEEN)
}
