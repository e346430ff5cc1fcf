import { expect, test } from 'vitest'
import { enBody, inWords, zoneName } from '../../src/lib/i18n/en-body.ts'
import { MARKS, SIDES, ZONES, type BodyMark } from '../../src/lib/names.ts'

test('no two places of the body share a name, not even on front and back', () => {
  const names = SIDES.flatMap((side) => ZONES.map((zone) => zoneName(zone, side)))
  expect(new Set(names).size).toBe(ZONES.length * SIDES.length)
  expect(names.filter((name) => /[*_]|undefined/.test(name))).toEqual([])
})

test('a body in words: short, and left and right together when they are alike', () => {
  const marks: BodyMark[] = [
    { zone: 'chest', side: 'front', mark: 'blank' },
    { zone: 'jaw', side: 'front', mark: 'tight' },
    { zone: 'left_hand', side: 'front', mark: 'tingling' },
    { zone: 'right_hand', side: 'front', mark: 'tingling' },
    { zone: 'left_knee', side: 'front', mark: 'aching' },
    { zone: 'right_knee', side: 'front', mark: 'cold' },
    { zone: 'left_shin', side: 'back', mark: 'heavy' },
    { zone: 'right_shin', side: 'back', mark: 'heavy' },
  ]
  expect(inWords(marks)).toBe(
    'Chest blank; jaw tight; both hands tingling; left knee aching; right knee cold; both calves heavy.',
  )
  expect(inWords(marks.slice(0, 2))).toBe('Chest blank; jaw tight.')
  expect(inWords([])).toBe('')
})

test('front and back are never taken together', () => {
  const marks: BodyMark[] = [
    { zone: 'left_hand', side: 'front', mark: 'warm' },
    { zone: 'right_hand', side: 'back', mark: 'warm' },
  ]
  expect(inWords(marks)).toBe('Left hand warm; back of the right hand warm.')
})

test('what was just marked is said with its side, once', () => {
  expect(enBody.marked('chest', 'front', 'blank')).toBe('Chest, front: blank')
  expect(enBody.marked('belly', 'back', 'warm')).toBe('Lower back: warm')
  expect(enBody.marked('left_foot', 'front', undefined)).toBe('Left foot, front: no mark')
  expect(MARKS.map((mark) => enBody.place('jaw', 'front', mark))[0]).toBe('Jaw: blank')
})
