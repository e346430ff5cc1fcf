import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stemOf } from '../../../src/routes/practise/stem.ts'
import { almost, wordsOf } from '../../../src/routes/practise/words.ts'

test('case, accents, apostrophes and signs make no difference', () => {
  expect(wordsOf('  Can’t  SLEEP: Café (naïve) — 5-4-3 ')).toEqual([
    'cant',
    'sleep',
    'cafe',
    'naive',
    '5',
    '4',
    '3',
  ])
  expect(wordsOf('…?!')).toEqual([])
})

test.each([
  ['panic', 'panic', true],
  ['panic', 'panik', true],
  ['panic', 'pannic', true],
  ['panic', 'panc', true],
  ['panic', 'paincs', false],
  ['sleep', 'slepe', true],
  ['walk', 'wlak', true],
  ['walk', 'wolf', false],
  ['', 'a', true],
  ['', 'ab', false],
])('%s and %s', (one, other, same) => {
  expect(almost(one, other)).toBe(same)
})

test('one slip is always forgiven, and it does not matter which word is which', () => {
  const word = fc.stringMatching(/^[a-z]{1,12}$/)
  fc.assert(
    fc.property(word, fc.nat(), fc.stringMatching(/^[a-z]$/), word, (right, at, letter, other) => {
      const place = at % right.length
      const slips = ['', letter, letter + (right[place] ?? '')]
      for (const slip of slips)
        expect(almost(right, right.slice(0, place) + slip + right.slice(place + 1))).toBe(true)
      expect(almost(right, other)).toBe(almost(other, right))
    }),
  )
})

test.each([
  [['breathing', 'breathe', 'breaths', 'breathes', 'breath'], 'breath'],
  [['walking', 'walks', 'walked', 'walk'], 'walk'],
  [['numbness', 'numb'], 'numb'],
  [['eyes', 'eye'], 'eye'],
  [['stress', 'stressed'], 'stress'],
])('%j are one', (words, stem) => {
  expect(new Set(words.map(stemOf))).toEqual(new Set([stem]))
})
