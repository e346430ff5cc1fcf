import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MARKS, SIDES, ZONES, type BodyMark, type Side, type Zone } from '../../src/lib/names.ts'
import { fillsOf, markAt, toggled, withMark } from '../../src/lib/ui/body-marks.ts'

const zone = fc.constantFrom(...ZONES)
const side = fc.constantFrom(...SIDES)
const mark = fc.constantFrom(...MARKS)
const tap = fc.tuple(zone, side, mark)

const after = (taps: [Zone, Side, (typeof MARKS)[number]][]) =>
  taps.reduce<BodyMark[]>((value, one) => toggled(value, ...one), [])

test('however one taps, a zone has at most one mark on each side', () => {
  fc.assert(
    fc.property(fc.array(tap, { maxLength: 120 }), (taps) => {
      const spots = after(taps).map((one) => `${one.side} ${one.zone}`)
      expect(new Set(spots).size).toBe(spots.length)
    }),
  )
})

test('two taps of the mark that is there, or on a free zone, change nothing', () => {
  fc.assert(
    fc.property(fc.array(tap), tap, (taps, [at, on, put]) => {
      const value = after(taps)
      const same = markAt(value, at, on) ?? put
      expect(toggled(toggled(value, at, on, same), at, on, same)).toEqual(value)
    }),
  )
})

test('a tap with another mark puts it in the place of the first', () => {
  fc.assert(
    fc.property(fc.array(tap), zone, side, mark, mark, (taps, at, on, first, then) => {
      fc.pre(first !== then)
      const value = withMark(after(taps), at, on, first)
      expect(markAt(toggled(value, at, on, then), at, on)).toBe(then)
    }),
  )
})

test('the order is that of the lists, whatever was tapped first', () => {
  fc.assert(
    fc.property(fc.uniqueArray(tap, { selector: ([at, on]) => `${at} ${on}` }), (taps) => {
      expect(after([...taps].reverse())).toEqual(after(taps))
    }),
  )
  const marks = after([
    ['left_foot', 'back', 'cold'],
    ['chest', 'front', 'blank'],
    ['head', 'back', 'warm'],
    ['jaw', 'front', 'tight'],
  ])
  expect(marks.map((one) => one.zone)).toEqual(['jaw', 'chest', 'head', 'left_foot'])
})

test('a mark is put or taken without touching any other, nor the list it came in', () => {
  fc.assert(
    fc.property(fc.array(tap), tap, (taps, [at, on, put]) => {
      const value = after(taps)
      const kept = structuredClone(value)
      const others = (list: BodyMark[]) => list.filter((one) => one.zone !== at || one.side !== on)
      expect(others(toggled(value, at, on, put))).toEqual(others(value))
      expect(withMark(value, at, on, undefined)).toEqual(others(value))
      expect(value).toEqual(kept)
    }),
  )
})

test('a figure draws the marks of its own side', () => {
  const value: BodyMark[] = [
    { zone: 'chest', side: 'front', mark: 'blank' },
    { zone: 'chest', side: 'back', mark: 'warm' },
  ]
  expect(fillsOf(value, 'back')).toEqual(new Map([['chest', { mark: 'warm' }]]))
})
