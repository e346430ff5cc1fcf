import type { components } from '../api/schema.d.ts'
import { readCached, shipped } from './cache.ts'

export type Modality = components['schemas']['Modality']

/** Five kinds of therapy, in no ranking. Works without a network. */
export async function modalities(): Promise<Modality[]> {
  const cached = await readCached('modalities.en')
  return cached ? (cached.body as Modality[]) : shipped('modalities.en')
}
