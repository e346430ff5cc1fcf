import type { components } from '../api/schema.d.ts'
import { readCached, shipped } from './cache.ts'

export type Exercise = components['schemas']['Exercise']

/** The catalogue: the newest this phone has, else what came with the app. Works without a network. */
export async function exercises(): Promise<Exercise[]> {
  const cached = await readCached('exercises.en')
  return cached ? (cached.body as Exercise[]) : shipped('exercises.en')
}

export async function exercise(slug: string): Promise<Exercise | undefined> {
  return (await exercises()).find((candidate) => candidate.slug === slug)
}
