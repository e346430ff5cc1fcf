import { phone } from '../db/database.ts'
import type { CachedContent } from '../db/types.ts'

export type ContentName =
  'exercises.en' | 'lines' | 'modalities.en' | 'understanding.en' | 'vocabulary.en'

export async function readCached(name: ContentName): Promise<CachedContent | undefined> {
  return phone.read(['content'], (tx) => tx.objectStore('content').get(name))
}

export async function keepCached(content: CachedContent): Promise<void> {
  await phone.write(['content'], (tx) => tx.objectStore('content').put(content), 'relaxed')
}

/** What came with the app: precached, so it needs no network. */
export async function shipped<T>(name: ContentName | 'zones' | 'licences'): Promise<T> {
  const response = await fetch(`/static/content/${name}.json`)
  return (await response.json()) as T
}
