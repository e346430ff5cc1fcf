import { expect, test } from 'vitest'
import type { Exercise } from '../../src/lib/content/catalogue.ts'
import { pickStep } from '../../src/routes/today/step.ts'

const shelf = ['breathwork', 'movement', 'grounding', 'mindfulness'].map(
  (kind) => ({ slug: kind, kind }) as Exercise,
)
const NOON = new Date('2026-11-23T12:00:00Z')
const NEXT_NOON = new Date('2026-11-24T12:00:00Z')

test.each([0, 1, 2])('a nearness of %i is offered something to hold on to', (nearness) => {
  expect(pickStep(shelf, { nearness }, NOON)?.exercise.kind).toBe('grounding')
})

test('an absence is offered something to hold on to', () => {
  expect(pickStep(shelf, { absence: 'behind_glass' }, NOON)?.because).toBe('grounding')
})

test('before any answer it is breath or movement, another each day', () => {
  const days = [NOON, NEXT_NOON].map((now) => pickStep(shelf, {}, now)?.exercise.kind)
  expect(days.toSorted()).toEqual(['breathwork', 'movement'])
})

test('a nearness of three is not far', () => {
  expect(pickStep(shelf, { nearness: 3 }, NOON)?.because).toBe('breathwork')
})

test('an empty shelf offers nothing', () => {
  expect(pickStep([], {}, NOON)).toBeUndefined()
})
