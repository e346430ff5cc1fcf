import { expect, test } from 'vitest'
import { keepCached } from '../../src/lib/content/cache.ts'
import { vocabulary, type Word } from '../../src/lib/content/vocabulary.ts'

test('the words that the server last answered are read with no network', async () => {
  const calm: Word = {
    slug: 'calm',
    language: 'en',
    label: 'calm',
    pleasantness: 0.59,
    energy: -0.31,
    rated: true,
  }
  await keepCached({
    key: 'vocabulary.en',
    etag: '"1"',
    checked_at: '2026-11-24T08:00:00Z',
    body: [calm],
  })
  expect(await vocabulary()).toEqual([calm])
})
