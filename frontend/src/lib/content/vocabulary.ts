import type { components } from '../api/schema.d.ts'
import { readCached, shipped } from './cache.ts'

/** A word for a feeling, with its place on the plane: pleasantness and energy, both −1 … 1. */
export type Word = components['schemas']['Word']

/** The words of the ladder: the newest this phone has, else what came with the app. Works without a network. */
export async function vocabulary(): Promise<Word[]> {
  const cached = await readCached('vocabulary.en')
  return cached ? (cached.body as Word[]) : shipped('vocabulary.en')
}
