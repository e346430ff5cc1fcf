import { connect } from '../api/client.ts'
import type { CachedContent } from '../db/types.ts'
import { keepCached, readCached, type ContentName } from './cache.ts'

const DAY_MS = 24 * 60 * 60 * 1000

const ADDRESSES = {
  'exercises.en': '/api/v1/exercises/',
  lines: '/api/v1/support/lines/',
  'modalities.en': '/api/v1/support/modalities/',
  'vocabulary.en': '/api/v1/vocabulary/',
  'understanding.en': '/api/v1/support/understanding/',
} as const

/** Each at most once a day; one that was not changed costs a 304. Throws Offline. */
export async function refreshContent(now: Date): Promise<void> {
  const names = Object.keys(ADDRESSES) as ContentName[]
  await Promise.all(names.map((name) => refresh(name, now)))
}

async function refresh(name: ContentName, now: Date): Promise<void> {
  const cached = await readCached(name)
  if (!navigator.onLine || isFresh(cached, now)) return
  const checked_at = now.toISOString()
  const { data, response } = await ask(name, cached)
  if (data)
    await keepCached({ key: name, etag: response.headers.get('ETag'), checked_at, body: data })
  else if (cached && response.status === 304) await keepCached({ ...cached, checked_at })
}

function ask(name: ContentName, cached: CachedContent | undefined) {
  const headers = cached?.etag ? { 'If-None-Match': cached.etag } : {}
  return connect().GET(ADDRESSES[name], { headers, cache: 'no-store' })
}

function isFresh(cached: CachedContent | undefined, now: Date): boolean {
  return cached !== undefined && now.getTime() - Date.parse(cached.checked_at) < DAY_MS
}
