import type { components } from '../api/schema.d.ts'
import { readCached, shipped } from './cache.ts'

export type UnderstandingCard = components['schemas']['UnderstandingCard']

/** Short cards about emotional numbness, those of one group together. Works without a network. */
export async function understanding(): Promise<UnderstandingCard[]> {
  const cached = await readCached('understanding.en')
  return cached ? (cached.body as UnderstandingCard[]) : shipped('understanding.en')
}
