import { describe, expect, test } from 'vitest'
import type { PracticeData } from '../../src/lib/db/types.ts'
import { doseFor, isTender } from '../../src/lib/suggest/care.ts'

const NOW = new Date('2026-11-24T20:00:00Z')
const steps = [{ text: 'You could look around.', seconds: 30 }]
const WALK = { slug: 'walk', doses: [60, 180, 300].map((seconds) => ({ seconds, steps })) }

function done(exercise: string, hoursAgo: number, rest: Partial<PracticeData> = {}): PracticeData {
  const at = new Date(NOW.getTime() - hoursAgo * 3_600_000).toISOString()
  return { exercise, started_at: at, ended_at: at, seconds: 180, ended_by: 'finished', ...rest }
}

describe('a tender day', () => {
  test.each<[string, PracticeData[], boolean]>([
    ['nothing was done', [], false],
    ['all was well', [done('walk', 1, { thaw: 'more' })], false],
    ['it was left', [done('walk', 1, { ended_by: 'left' })], false],
    ['too much', [done('walk', 23.9, { ended_by: 'too_much' })], true],
    ['less', [done('walk', 23.9, { thaw: 'less' })], true],
    ['too much the day before', [done('walk', 24, { ended_by: 'too_much' })], false],
  ])('%s', (_, practices, tender) => {
    expect(isTender(practices, NOW)).toBe(tender)
  })
})

describe('the dose that lies ready', () => {
  test.each<[string, PracticeData[], number]>([
    ['never done', [], 0],
    ['done in full', [done('walk', 30)], 1],
    ['steps passed by', [done('walk', 30, { seconds: 50 })], 0],
    ['left', [done('walk', 30, { ended_by: 'left' })], 0],
    ['too much last week', [done('walk', 170, { ended_by: 'too_much' })], 0],
    [
      'the newest counts, whatever the order',
      [done('walk', 30, { seconds: 300 }), done('walk', 20)],
      1,
    ],
    ['another one was too much today', [done('walk', 30), done('hum', 2, { thaw: 'less' })], 0],
    ['another one was longer', [done('hum', 20, { seconds: 300 })], 0],
  ])('%s', (_, practices, dose) => {
    expect(doseFor(WALK, practices, NOW)).toBe(dose)
  })
})
