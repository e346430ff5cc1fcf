import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Word } from '../../src/lib/content/vocabulary.ts'
import {
  COLOURS,
  SOUNDS,
  TEMPERATURES,
  TEXTURES,
  WEIGHTS,
  type Senses,
} from '../../src/lib/names.ts'
import { nearWords, searchWords, type Point } from '../../src/routes/check-in/near.ts'

const axis = fc.integer({ min: -100, max: 100 }).map((hundredths) => hundredths / 100)
const point: fc.Arbitrary<Point> = fc.record({ pleasantness: axis, energy: axis })
const senses = fc.record(
  {
    temperature: fc.constantFrom(...TEMPERATURES),
    weight: fc.constantFrom(...WEIGHTS),
    colour: fc.constantFrom(...COLOURS),
    texture: fc.constantFrom(...TEXTURES),
    sound: fc.constantFrom(...SOUNDS),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Senses>

const marks = fc.constantFrom({}, {}, {}, { care: true as const }, { numb: true as const })
const vocabulary = fc
  .array(fc.tuple(point, marks), { minLength: 20, maxLength: 60 })
  .map((places) => places.map(([place, mark], index) => word(`word-${index}`, place, mark)))

function word(slug: string, place: Point, mark: Partial<Word> = {}): Word {
  const label = slug.replace('-', ' ')
  return { slug, language: 'en', label, rated: true, ...place, ...mark }
}

function far(a: Point, b: Point): number {
  return Math.hypot(a.pleasantness - b.pleasantness, a.energy - b.energy)
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** One word every tenth of the way, from corner to corner. */
const grid = Array.from({ length: 21 * 21 }, (_, index) =>
  word(`w-${index}`, {
    pleasantness: (index % 21) / 10 - 1,
    energy: Math.floor(index / 21) / 10 - 1,
  }),
)

test('there are as many as asked for, all of them words, none twice', () => {
  const limits = fc.integer({ min: 0, max: 12 })
  fc.assert(
    fc.property(
      vocabulary,
      fc.option(point, { nil: undefined }),
      senses,
      limits,
      (words, at, felt, limit) => {
        const offered = nearWords(words, at, felt, limit)
        const grave = words.filter(({ care }) => care).length
        const offerable = words.length - Math.max(0, grave - (at ? 1 : 0))
        expect(offered).toHaveLength(Math.min(limit, offerable))
        expect(new Set(offered).size).toBe(offered.length)
        expect(offered.every((one) => words.includes(one))).toBe(true)
      },
    ),
  )
})

test('the first five are the nearest, the nearest of all first', () => {
  fc.assert(
    fc.property(vocabulary, point, (words, at) => {
      const plain = words.filter(({ care }) => !care)
      const distances = plain.map((one) => far(one, at)).toSorted((a, b) => a - b)
      const first = nearWords(plain, at, {}).slice(0, 5)
      expect(first.map((one) => far(one, at))).toEqual(distances.slice(0, 5))
    }),
  )
})

test('the other three keep a distance from all others, so that eight are never one corner', () => {
  fc.assert(
    fc.property(point, senses, (at, felt) => {
      const offered = nearWords(grid, at, felt)
      for (const [index, one] of offered.entries())
        for (const before of offered.slice(0, index))
          if (index >= 5) expect(far(one, before)).toBeGreaterThanOrEqual(0.2)
    }),
  )
})

test('with a point the order of the list means nothing', () => {
  fc.assert(
    fc.property(vocabulary, point, senses, (words, at, felt) => {
      expect(nearWords(words.toReversed(), at, felt)).toEqual(nearWords(words, at, felt))
    }),
  )
})

test('of the words that may mean danger at most the nearest is offered unasked, after an absence none', () => {
  fc.assert(
    fc.property(vocabulary, point, senses, (words, at, felt) => {
      const grave = nearWords(words, at, felt).filter(({ care }) => care)
      expect(grave.length).toBeLessThanOrEqual(1)
      expect(nearWords(words, undefined, felt).filter(({ care }) => care)).toEqual([])
    }),
  )
  const [near, nearer] = [0.2, 0.1].map((energy) =>
    word(`grave-${energy}`, { pleasantness: 0, energy }, { care: true }),
  ) as [Word, Word]
  expect(nearWords([near, nearer], { pleasantness: 0, energy: 0 }, {})).toEqual([nearer])
})

test('a sense never pulls further than a third of the way', () => {
  fc.assert(
    fc.property(point, senses, (at, felt) => {
      const [nearest] = nearWords(grid, at, felt)
      // 0.3 along each axis, and half a step of the grid.
      expect(far(nearest ?? at, at)).toBeLessThan(Math.hypot(0.35, 0.35) + 1e-9)
    }),
  )
})

test.each([
  [0, 0],
  [0.5, 0.5],
  [-0.5, 0.3],
])(
  'cold and heavy lean to low and unpleasant, warm and light the other way, from %f, %f',
  (p, e) => {
    const at = { pleasantness: p, energy: e }
    const centre = (felt: Senses) => {
      const offered = nearWords(grid, at, felt)
      return {
        p: mean(offered.map((one) => one.pleasantness)),
        e: mean(offered.map((one) => one.energy)),
      }
    }
    const low = centre({ temperature: 'cold', weight: 'heavy' })
    const high = centre({ temperature: 'warm', weight: 'light' })
    const plain = centre({})
    expect([low.p < plain.p, plain.p < high.p, low.e < plain.e, plain.e < high.e]).toEqual([
      true,
      true,
      true,
      true,
    ])
  },
)

test('a colour pulls nowhere', () => {
  fc.assert(
    fc.property(vocabulary, point, fc.constantFrom(...COLOURS), (words, at, colour) => {
      expect(nearWords(words, at, { colour })).toEqual(nearWords(words, at, {}))
    }),
  )
})

test('a sense that only a newer app knows pulls nowhere', () => {
  const newer = { temperature: 'icy', smell: 'smoke' } as unknown as Senses
  const at = { pleasantness: 0.2, energy: 0.2 }
  expect(nearWords(grid, at, newer)).toEqual(nearWords(grid, at, {}))
})

const NUMB = ['numb', 'foggy', 'empty', 'flat', 'far-away', 'frozen'].map((slug, index) =>
  word(slug, { pleasantness: -0.3, energy: -0.6 + index / 10 }, { numb: true }),
)

test('without a point words for feeling little come first, in the order of the list', () => {
  const offered = nearWords([...grid, ...NUMB], undefined, {}).map(({ slug }) => slug)
  expect(offered.slice(0, 5)).toEqual(['numb', 'foggy', 'empty', 'flat', 'far-away'])
  expect(offered).toHaveLength(8)
})

test('whatever the senses say, an absence begins with words for feeling little', () => {
  fc.assert(
    fc.property(senses, (felt) => {
      const first = nearWords([...grid, ...NUMB], undefined, felt).slice(0, 5)
      expect(first.map(({ numb }) => numb)).toEqual([true, true, true, true, true])
    }),
  )
})

test('among them the senses choose: silence brings the stillest first, ringing the least still', () => {
  const first = (sound: 'silence' | 'ringing') => nearWords(NUMB, undefined, { sound })[0]?.slug
  expect([first('silence'), first('ringing')]).toEqual(['numb', 'frozen'])
})

test('without a point and without an absence it begins in the middle', () => {
  const [nearest] = nearWords([...NUMB, ...grid], undefined, {}, 8, false)
  expect(nearest).toMatchObject({ pleasantness: 0, energy: 0 })
})

const SPOKEN = ['calm', 'behind glass', 'café-ish', 'glad', 'a calm'].map((label, index) => ({
  ...word(`s-${index}`, { pleasantness: 0, energy: 0 }),
  label,
}))
const found = (text: string) => searchWords(SPOKEN, text).map(({ label }) => label)

test('what begins with the text comes before what only holds it', () => {
  expect(found('cal')).toEqual(['calm', 'a calm'])
  expect(found('gla')).toEqual(['glad', 'behind glass'])
})

test('case, accents and spaces around do not matter', () => {
  expect(found('  CAFE')).toEqual(['café-ish'])
  expect(found('cálm')).toEqual(['calm', 'a calm'])
  expect(found('Behind   Gl')).toEqual(['behind glass'])
  expect(found('zzz')).toEqual([])
})

test('every word is found by any part of it, however it is typed', () => {
  const part = fc.nat().chain((from) => fc.tuple(fc.constant(from), fc.nat(), fc.boolean()))
  fc.assert(
    fc.property(vocabulary, fc.nat(), part, (words, which, [from, length, loud]) => {
      const wanted = words[which % words.length] as Word
      const start = from % wanted.label.length
      const text = wanted.label.slice(start, start + 1 + (length % wanted.label.length))
      const typed = loud ? text.toUpperCase().replace(/(\w)/g, '$1\u0301') : text
      expect(searchWords(words, typed)).toContain(wanted)
    }),
  )
})

test('an empty search leaves every word, in order', () => {
  expect(searchWords(SPOKEN, ' ')).toEqual(SPOKEN)
})
