import { describe, expect, test } from 'vitest'
import { searchIn } from '../../../src/routes/practise/search.ts'
import { exercise } from '../../support/exercises.ts'

const ALL = [
  exercise('feet', { title: 'Feet on the floor', suits: ['unreal', 'too_much'] }),
  exercise('colour', { title: 'Find five of one colour', suits: ['unreal'], place: ['in_bed'] }),
  exercise('exhale', {
    kind: 'breathwork',
    title: 'Longer out-breath',
    suits: ['too_much', 'cannot_sleep'],
    inner_focus: true,
  }),
  exercise('walk', { kind: 'movement', title: 'A short walk', place: ['outdoors'] }),
  exercise('savour', {
    kind: 'mindfulness',
    title: 'Thirty seconds of something',
    why: 'A café, a window: a small thing in the fog.',
    suits: ['flat'],
  }),
  exercise('scribble', { kind: 'creativity', title: 'The other hand', tool: 'doodle' }),
  exercise('page', { kind: 'writing', title: 'Three minutes, any words', tool: 'page' }),
  exercise('message', { kind: 'others', title: 'One honest line', suits: ['with_someone'] }),
]
const find = await searchIn(ALL)

describe('everyday words find what is meant', () => {
  test.each([
    ['panic', ['feet', 'exhale']],
    ['can’t sleep', ['exhale']],
    ['insomnia', ['exhale']],
    ['breathe', ['exhale']],
    ['I need to breathe', ['exhale']],
    ['walking', ['walk']],
    ['nature', ['walk']],
    ['draw', ['scribble']],
    ['journal', ['page']],
    ['forest', ['walk']],
    ['lonely', ['message']],
    ['CAFE', ['savour']],
    ['colour in bed', ['colour']],
  ])('%s', (text, slugs) => {
    expect(find(text).toSorted()).toEqual(slugs.toSorted())
  })
})

test('the title counts for more than anything else', () => {
  expect(find('walk')[0]).toBe('walk')
  expect(find('feet')[0]).toBe('feet')
})

test('as good as each other, grounding comes first and what is behind a gate last', async () => {
  const gated = exercise('gated', { suits: ['too_much'], gates: ['holds'] })
  const all = await searchIn([gated, ...ALL.toReversed()])
  expect(all('panic')).toEqual(['feet', 'exhale', 'gated'])
})

test.each([
  ['pannic', 'panic'],
  ['slepe', 'sleep'],
  ['brethe', 'breathe'],
  ['insomia', 'insomnia'],
  ['jurnal', 'journal'],
  ['drawign', 'drawing'],
  ['sleeep', 'sleep'],
])('a slip of the finger is forgiven: %s', (typed, meant) => {
  expect(find(typed).length).toBeGreaterThan(0)
  expect(find(typed)).toEqual(expect.arrayContaining(find(meant)))
})

test('a word is found while it is being typed', () => {
  for (const typed of ['brea', 'breat', 'breath', 'breathi', 'breathing'])
    expect(find(typed)).toContain('exhale')
})

test('a sentence finds what has all of its words, else what has any', () => {
  expect(find('I can’t sleep and I panic')).toEqual(['exhale'])
  expect(find('walk and draw').toSorted()).toEqual(['scribble', 'walk'])
})

test('when things seem unreal there is grounding alone', () => {
  expect(find('fog').toSorted()).toEqual(['colour', 'feet'])
  expect(find('foggy and I panic').toSorted()).toEqual(['feet'])
})

test('nothing is found for what is nowhere, and for no words', () => {
  expect(find('xylophonist')).toEqual([])
  expect(find('')).toEqual([])
})

test('the order is the same each time', async () => {
  expect((await searchIn(ALL))('too much')).toEqual(find('too much'))
  expect(find('too much').length).toBeGreaterThan(0)
})
