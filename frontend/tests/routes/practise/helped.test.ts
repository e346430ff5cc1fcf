import { describe, expect, test } from 'vitest'
import type { PracticeData } from '../../../src/lib/db/types.ts'
import { helpedBy, outcomeOf, type Outcome } from '../../../src/routes/practise/helped.ts'

const did = (parts: Partial<PracticeData> = {}, exercise = 'walk'): PracticeData => ({
  exercise,
  started_at: '2026-11-24T08:00:00Z',
  ended_by: 'finished',
  ...parts,
})
const near = (before: number, after: number) =>
  did({ nearness_before: before, nearness_after: after })
const only = (...practices: PracticeData[]) => helpedBy(practices)[0]

describe('what came of one time', () => {
  test.each<[string, PracticeData, Outcome | undefined]>([
    ['nearer', near(2, 3), 'nearer'],
    ['further', near(3, 2), 'further'],
    ['as near', near(3, 3), 'as_near'],
    ['as near, and a word', did({ nearness_before: 3, nearness_after: 3, thaw: 'more' }), 'more'],
    ['a word alone', did({ thaw: 'unnamed' }), 'unnamed'],
    ['too much counts before numbers', { ...near(2, 5), ended_by: 'too_much' }, 'too_much'],
    ['an absence is no zero', did({ absence_before: 'nothing', nearness_after: 4 }), undefined],
    ['nothing was said', did(), undefined],
  ])('%s', (_, practice, outcome) => {
    expect(outcomeOf(practice)).toBe(outcome)
  })
})

test('a count is said from five pairs of numbers on', () => {
  const four = [near(2, 3), near(2, 3), near(3, 2), near(4, 6)]
  expect(only(...four)?.counted).toBeUndefined()
  expect(only(...four, near(5, 5))?.counted).toEqual({ nearer: 3, pairs: 5, all: true })
})

test('an absence is in no count, which then says so', () => {
  const five = Array.from({ length: 5 }, () => near(2, 3))
  const frosted = did({ absence_before: 'behind_glass', nearness_after: 5 })
  expect(only(...five, frosted)?.counted).toEqual({ nearer: 5, pairs: 5, all: false })
})

test.each<[string, PracticeData[], boolean]>([
  ['once nearer', [near(2, 3)], true],
  ['once more', [did({ thaw: 'more' })], true],
  ['as often further', [near(2, 3), near(3, 2)], false],
  ['never said', [did(), did()], false],
  ['the same', [near(2, 2)], false],
  ['too much the last time', [did({ ended_by: 'too_much' }), near(1, 3), near(1, 3)], false],
  ['less the last time', [did({ thaw: 'less' }), near(1, 3), near(1, 3)], false],
  ['too much long ago', [near(1, 3), near(1, 3), did({ ended_by: 'too_much' })], true],
])('helpful or not: %s', (_, practices, helpful) => {
  expect(only(...practices)?.helpful).toBe(helpful)
})

test('what helped most often comes first', () => {
  const practices = [did({ thaw: 'more' }, 'hum'), near(1, 2), near(1, 2), did({}, 'sit')]
  expect(helpedBy(practices).map(({ slug }) => slug)).toEqual(['walk', 'hum', 'sit'])
})
