import type { Exercise } from '../../lib/content/catalogue.ts'

type Kind = Exercise['kind']

/** The catalogue's own order, gathered by kind. */
export function byKind(exercises: Exercise[]): [Kind, Exercise[]][] {
  const shelves = new Map<Kind, Exercise[]>()
  for (const exercise of exercises) {
    shelves.set(exercise.kind, [...(shelves.get(exercise.kind) ?? []), exercise])
  }
  return [...shelves]
}
