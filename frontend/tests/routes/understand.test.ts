import { expect, test } from 'vitest'
import type { UnderstandingCard } from '../../src/lib/content/understanding.ts'
import { byGroup, neighbours } from '../../src/routes/understand/groups.ts'

function card(slug: string, group: UnderstandingCard['group']): UnderstandingCard {
  return { slug, language: 'en', group, title: slug, lead: '', body: [], sources: [] }
}

const sign = card('a-sign', 'what_it_is')
const trauma = card('trauma', 'causes')
const ptsd = card('ptsd', 'causes')
const burnout = card('burnout', 'causes')
const cards = [sign, trauma, ptsd, burnout]

test('cards are gathered by group, in their own order', () => {
  expect(byGroup(cards)).toEqual([
    ['what_it_is', [sign]],
    ['causes', [trauma, ptsd, burnout]],
  ])
})

test.each([
  [sign, undefined, undefined],
  [trauma, undefined, ptsd],
  [ptsd, trauma, burnout],
  [burnout, ptsd, undefined],
])('the way on from $slug stays within its group', (from, previous, next) => {
  expect(neighbours(cards, from)).toEqual({ previous, next })
})
