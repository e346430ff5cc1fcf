import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  askedIn,
  ENERGIES,
  MINUTES,
  narrows,
  NEEDS,
  NOTHING,
  PLACES,
  queryOf,
  toggled,
} from '../../../src/routes/practise/asked.ts'

const maybe = <Value>(values: readonly Value[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined })

const anyAsked = fc.record({
  need: maybe(NEEDS),
  minutes: maybe(MINUTES),
  energy: maybe(ENERGIES),
  places: fc.subarray([...PLACES]),
  open: fc.subarray(['own', 'grounding', 'others']),
})

test('an address says all that is asked', () => {
  fc.assert(
    fc.property(anyAsked, (asked) => {
      expect(askedIn(queryOf(asked))).toEqual(asked)
    }),
  )
})

test('an address reads as it is meant', () => {
  const asked = { ...NOTHING, need: 'flat', minutes: '3', places: ['in_bed', 'outdoors'] } as const
  expect(queryOf(asked)).toBe('?need=flat&minutes=3&place=in_bed,outdoors')
  expect(queryOf(NOTHING)).toBe('')
})

test('what an address says that is not known is passed over', () => {
  expect(askedIn('?need=happy&minutes=7&place=in_bed,on_the_moon&all=%3Cb%3E&q=alone')).toEqual({
    need: undefined,
    minutes: undefined,
    energy: undefined,
    places: ['in_bed'],
    open: [],
  })
})

test('an opened shelf narrows nothing, and each other part does', () => {
  expect(narrows({ ...NOTHING, open: ['own'] })).toBe(false)
  expect(narrows({ ...NOTHING, need: 'flat' })).toBe(true)
  expect(narrows({ ...NOTHING, places: ['outdoors'] })).toBe(true)
})

test('what is tapped twice is as before', () => {
  expect(toggled(toggled(['a', 'b'], 'c'), 'c')).toEqual(['a', 'b'])
})
