import type { Exercise } from '../../lib/content/catalogue.ts'

/** Those of the exercises that the slugs name, in the order of the slugs. */
export function named(exercises: readonly Exercise[], slugs: readonly string[]): Exercise[] {
  const bySlug = new Map(exercises.map((exercise) => [exercise.slug, exercise]))
  return slugs.flatMap((slug) => bySlug.get(slug) ?? [])
}
