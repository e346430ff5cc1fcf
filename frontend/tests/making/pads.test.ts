import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { laid, neighbour, placeAt, PLACES } from '../../src/lib/making/field.ts'
import { HUES } from '../../src/lib/making/palette.ts'
import { coloured, colourAt } from '../../src/lib/making/patches.ts'
import { sizeWithin } from '../../src/lib/making/photo.ts'
import { emptyOf, isEmpty } from '../../src/lib/making/product.ts'
import { SOUNDS, VOICES } from '../../src/lib/making/sounds.ts'
import type { Colours } from '../../src/lib/making/types.ts'
import { countWords } from '../../src/lib/making/words.ts'
import { COLOURS } from '../../src/lib/names.ts'

const blank = emptyOf('colours') as Colours

test('a canvas has the very colours of the swatches', () => {
  const styles = readFileSync(new URL('../../src/lib/ui/Swatches.svelte', import.meta.url), 'utf8')
  const shown = [...styles.matchAll(/\.(\w+) \{\s*--swatch: (#\w+);/g)]
  expect(Object.fromEntries(shown.map(([, name, hue]) => [name, hue]))).toEqual(HUES)
})

test('the arrow keys stay on the sheet, and a way there is a way back', () => {
  const place = fc.nat(PLACES - 1)
  const ways = fc.constantFrom(['ArrowLeft', 'ArrowRight'], ['ArrowUp', 'ArrowDown'])
  fc.assert(
    fc.property(place, ways, (from, [there = '', back = '']) => {
      const to = neighbour(from, there) ?? -1
      expect(to).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThan(PLACES)
      if (to !== from) expect(neighbour(to, back)).toBe(from)
    }),
  )
})

test.each([
  [0, 0, 0],
  [0.99, 0, 5],
  [0.5, 0.5, 21],
  [0.99, 0.99, 35],
  [1, 0.5, undefined],
  [-0.01, 0.5, undefined],
])('the point %d, %d of the sheet is place %s', (x, y, place) => {
  expect(placeAt(x, y)).toBe(place)
})

test('a colour laid down and taken up leaves nothing', () => {
  const one = laid(blank, 7, 'red')
  expect([isEmpty(one), laid(one, 7, undefined)]).toEqual([false, blank])
})

test('on the body another colour takes the place of the first, and the same one takes it off', () => {
  const red = coloured(blank, 'chest', 'front', 'red')
  const blue = coloured(red, 'chest', 'front', 'blue')
  expect([colourAt(blue, 'chest', 'front'), colourAt(blue, 'chest', 'back')]).toEqual([
    'blue',
    undefined,
  ])
  expect(coloured(blue, 'chest', 'front', 'blue')).toEqual(blank)
})

test.each([
  ['', 0],
  ['  \n ', 0],
  ['Rain', 1],
  ['Fog again; then a kettle sang.', 6],
  ['grey — and still, grey', 4],
  ['É isto. Ça va. 雨', 5],
])('%j has %d words', (text, count) => {
  expect(countWords(text)).toBe(count)
})

test('no photo is made larger, and none keeps a side that is too long', () => {
  expect(sizeWithin(4000, 3000, 1280)).toEqual({ width: 1280, height: 960 })
  expect(sizeWithin(300, 200, 1280)).toEqual({ width: 300, height: 200 })
  expect(sizeWithin(9000, 2, 1280)).toEqual({ width: 1280, height: 1 })
})

test('no sound begins suddenly, and none is loud', () => {
  for (const sound of SOUNDS) {
    const { rise, fall, loud, partials } = VOICES[sound]
    expect(rise).toBeGreaterThanOrEqual(0.03)
    expect(fall).toBeGreaterThanOrEqual(2)
    expect(loud).toBeLessThanOrEqual(0.3)
    expect(partials.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1.0001)
  }
})

test('nothing made is nothing to keep', () => {
  for (const tool of ['doodle', 'colours', 'sounds', 'six_words', 'textures'] as const)
    expect(isEmpty(emptyOf(tool))).toBe(true)
  expect(isEmpty({ tool: 'textures', textures: [{ words: '' }, { words: 'bark' }] })).toBe(false)
  expect(isEmpty({ tool: 'textures', textures: [{ words: '', photo: new Blob(['x']) }] })).toBe(
    false,
  )
  expect(COLOURS).toHaveLength(Object.keys(HUES).length)
})
