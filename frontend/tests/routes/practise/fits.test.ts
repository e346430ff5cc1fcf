import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ENERGIES,
  MINUTES,
  NEEDS,
  NOTHING,
  PLACES,
  type Asked,
} from '../../../src/routes/practise/asked.ts'
import { doseWithin, fits } from '../../../src/routes/practise/fits.ts'
import { anyCatalogue, doses, exercise } from '../../support/exercises.ts'

const CHOICES: Partial<Asked>[] = [
  ...NEEDS.map((need) => ({ need })),
  ...MINUTES.map((minutes) => ({ minutes })),
  ...ENERGIES.map((energy) => ({ energy })),
]
const anyChoice = fc.constantFrom(...CHOICES)

test('each choice more only narrows, and keeps the order', () => {
  const property = fc.property(
    anyCatalogue,
    anyChoice,
    anyChoice,
    fc.subarray([...PLACES]),
    (all, one, other, places) => {
      const wide = all.filter((each) => fits(each, { ...NOTHING, ...one }))
      const narrow = all.filter((each) => fits(each, { ...NOTHING, ...other, ...one, places }))
      expect(wide.filter((each) => narrow.includes(each))).toEqual(narrow)
    },
  )
  fc.assert(property)
})

test('nothing asked leaves everything', () => {
  fc.assert(
    fc.property(anyCatalogue, (all) => {
      expect(all.filter((each) => fits(each, NOTHING))).toEqual(all)
    }),
  )
})

test('when things seem unreal there is grounding alone, whatever a catalogue says', () => {
  fc.assert(
    fc.property(anyCatalogue, (all) => {
      const found = all.filter((each) => fits(each, { ...NOTHING, need: 'unreal' }))
      expect(found.filter(({ kind }) => kind !== 'grounding')).toEqual([])
    }),
  )
})

test('all places that are asked have to fit', () => {
  const hidden = exercise('hidden', { place: ['in_bed', 'no_one_notices'] })
  expect(fits(hidden, { ...NOTHING, places: ['in_bed', 'no_one_notices'] })).toBe(true)
  expect(fits(hidden, { ...NOTHING, places: ['in_bed', 'outdoors'] })).toBe(false)
})

test.each([
  ['1', 0],
  ['3', 1],
  ['5', 3],
] as const)('of 60, 90, 180, 300 and 900 seconds, %s minutes is number %i', (minutes, number) => {
  expect(doseWithin({ doses: doses(60, 90, 180, 300, 900) } as never, minutes)).toBe(number)
})

test('an exercise of a minute has nothing for five', () => {
  expect(doseWithin(exercise('short', { doses: doses(60) }), '5')).toBeUndefined()
  expect(fits(exercise('short', { doses: doses(60) }), { ...NOTHING, minutes: '5' })).toBe(false)
})
