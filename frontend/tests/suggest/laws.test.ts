import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CheckInData, PracticeData } from '../../src/lib/db/types.ts'
import { suggest, type Known } from '../../src/lib/suggest/suggest.ts'
import type { Candidate } from '../../src/lib/suggest/candidate.ts'
import { Dice } from './dice.ts'
import { broken, look } from './oracle.ts'
import { shelfOf } from './shelves.ts'

const NOW = new Date(2026, 10, 24, 15)
const SHELF = shelfOf(new Dice(3))
const SLUGS = [...SHELF.map(({ slug }) => slug), 'gone-by-now']
const nearness = fc.option(fc.nat(10), { nil: undefined })
const absence = fc.constantFrom('nothing', 'cannot_tell', 'behind_glass', 'too_mixed')
const given = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
const agoOf = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000).toISOString()

const checkIn = fc.record({
  minutes: fc.nat(3000),
  kind: fc.constantFrom('check_in', 'check_in', 'glimmer', 'foggy_span'),
  main: fc.oneof(
    fc.record({ nearness: fc.nat(10) }),
    fc.record({ absence }),
    fc.constant<object>({}),
  ),
  world_nearness: nearness,
  experiences: fc.option(fc.subarray(['behind_glass', 'guilt']), { nil: undefined }),
  words: fc.option(fc.subarray(['overwhelmed', 'hopeless', 'calm']), { nil: undefined }),
})
const practice = fc.record({
  minutes: fc.nat({ max: 400 * 1440 }),
  exercise: fc.constantFrom(...SLUGS),
  ended_by: fc.constantFrom('finished', 'left', 'too_much', undefined),
  thaw: fc.constantFrom('more', 'same', 'less', 'unnamed', undefined),
  nearness_before: nearness,
  nearness_after: nearness,
  seconds: fc.nat(900),
})
/** No two at the same moment: a person does one thing at a time. */
const moments = { selector: ({ minutes }: { minutes: number }) => minutes }
const anyone = fc
  .record({
    checkIns: fc.uniqueArray(checkIn, { maxLength: 8, ...moments }),
    practices: fc.uniqueArray(practice, { maxLength: 40, ...moments }),
    marked: fc.subarray(SLUGS, { maxLength: 3 }),
  })
  .map(({ checkIns, practices, marked }): Known<Candidate> => ({
    shelf: SHELF,
    checkIns: checkIns.map(({ minutes, main, ...rest }) =>
      given({ ...rest, ...main, occurred_at: agoOf(minutes), time_zone: 'UTC' }),
    ) as unknown as CheckInData[],
    practices: practices.map(({ minutes, ...rest }) =>
      given({ ...rest, started_at: agoOf(minutes) }),
    ) as unknown as PracticeData[],
    marked: marked.map((slug) => ({ title: slug, try: slug })),
  }))
const anyMoment = fc.record({
  now: fc
    .integer({ min: 0, max: 4000 })
    .map((minutes) => new Date(NOW.getTime() + minutes * 60_000)),
  seed: fc.nat(),
})

test('whatever was lived, no offer breaks a rule of safety', () => {
  fc.assert(
    fc.property(anyone, anyMoment, (known, moment) => {
      const seen = look({ ...known, now: moment.now })
      const found = suggest(known, moment).flatMap((offer) => broken(offer, seen))
      expect(found).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

test('nor at a place of the way, where only other people may be asked for', () => {
  const kinds = [...new Set(SHELF.map(({ kind }) => kind))]
  fc.assert(
    fc.property(anyone, anyMoment, (known, moment) => {
      const seen = look({ ...known, now: moment.now })
      const found = suggest(known, moment, kinds).flatMap((offer) => broken(offer, seen))
      const open = /needs others|nothing was said|another way/
      expect(found.filter((rule) => !open.test(rule))).toEqual([])
    }),
    { numRuns: 500 },
  )
})

const shuffled = <T>(rows: readonly T[]) =>
  fc.shuffledSubarray([...rows], { minLength: rows.length })

test('the order of shelf, check-ins and practices does not matter', () => {
  const twice = anyone.chain((known) =>
    fc
      .tuple(shuffled(known.shelf), shuffled(known.checkIns), shuffled(known.practices))
      .map(
        ([shelf, checkIns, practices]) =>
          [known, { ...known, shelf, checkIns, practices }] as const,
      ),
  )
  fc.assert(
    fc.property(twice, anyMoment, ([known, other], moment) => {
      expect(suggest(other, moment)).toEqual(suggest(known, moment))
    }),
  )
})

test('the same phone says the same all day, and each offer once', () => {
  fc.assert(
    fc.property(anyone, fc.nat(), (known, seed) => {
      const offers = suggest(known, { now: NOW, seed })
      expect(suggest(known, { now: new Date(NOW.getTime() + 1000), seed })).toEqual(offers)
      expect(new Set(offers.map(({ exercise }) => exercise.slug)).size).toBe(offers.length)
    }),
  )
})

test('phones and days differ in what they offer first', () => {
  const known = { shelf: SHELF, checkIns: [], practices: [], marked: [] }
  const firsts = Array.from({ length: 60 }, (_, n) => {
    const now = new Date(2026, 10, 1 + (n % 30), 15)
    return suggest(known, { now, seed: n % 2 })[0]?.exercise.slug
  })
  expect(new Set(firsts).size).toBeGreaterThan(5)
})
