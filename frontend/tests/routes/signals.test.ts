import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Signal } from '../../src/lib/db/private-types.ts'
import { MARKS, SIDES, ZONES, type BodyMark } from '../../src/lib/names.ts'
import type { CheckInData } from '../../src/lib/db/types.ts'
import { justNoted, keyOf, propose, type Link } from '../../src/routes/today/signals.ts'
import { noted } from '../support/noted.ts'

const JAW: BodyMark = { zone: 'jaw', side: 'front', mark: 'tight' }
const CHEST: BodyMark = { zone: 'chest', side: 'front', mark: 'blank' }
const BACK: BodyMark = { zone: 'chest', side: 'back', mark: 'blank' }
const nothing = () => false

function felt(body: BodyMark[], words: string[] = []): CheckInData {
  return noted({ body, words }).data
}

function confirmed(link: Link, confirmed_at = '2026-11-01T08:00:00Z'): Signal {
  return { id: keyOf(link), kind: 'signal', data: { ...link, confirmed_at } }
}

test('a mark and a word are asked about from their second time on', () => {
  const now = felt([JAW], ['angry'])
  expect(propose(now, [], [], nothing)).toBeUndefined()
  expect(
    propose(now, [felt([JAW], ['sad']), felt([CHEST], ['angry'])], [], nothing),
  ).toBeUndefined()
  expect(propose(now, [felt([JAW], ['sad', 'angry'])], [], nothing)).toEqual({
    ask: 'together',
    link: { ...JAW, word: 'angry' },
  })
})

test('of several the one that came most often is asked about, and one only', () => {
  const earlier = [felt([JAW], ['angry']), felt([CHEST], ['lonely']), felt([CHEST], ['lonely'])]
  const now = felt([JAW, CHEST], ['angry', 'lonely'])
  expect(propose(now, earlier, [], nothing)?.link).toEqual({ ...CHEST, word: 'lonely' })
})

test('a blank place can be a signal, and its front is not its back', () => {
  const now = felt([CHEST], ['lonely'])
  expect(propose(now, [felt([BACK], ['lonely'])], [], nothing)).toBeUndefined()
  expect(propose(now, [felt([CHEST], ['lonely'])], [], nothing)?.link.mark).toBe('blank')
})

test('what was confirmed, or is to be skipped, is not asked about', () => {
  const link = { ...JAW, word: 'angry' }
  const now = felt([JAW], ['angry'])
  expect(propose(now, [now], [confirmed(link)], nothing)).toBeUndefined()
  expect(propose(now, [now], [], (one) => keyOf(one) === keyOf(link))).toBeUndefined()
})

test('a mark with no word beside it brings back the word that went with it last', () => {
  const angry = confirmed({ ...JAW, word: 'angry' }, '2026-11-09T08:00:00Z')
  const afraid = confirmed({ ...JAW, word: 'afraid' })
  const signals = [angry, afraid]
  expect(propose(felt([JAW]), [], signals, nothing)).toMatchObject({
    ask: 'again',
    link: { ...JAW, word: 'angry' },
  })
  expect(propose(felt([JAW]), [], signals, ({ word }) => word === 'angry')?.link.word).toBe(
    'afraid',
  )
  expect(propose(felt([CHEST]), [], signals, nothing)).toBeUndefined()
  expect(propose(felt([JAW], ['calm']), [], signals, nothing)).toBeUndefined()
  expect(propose(noted({ absence: 'nothing' }).data, [], signals, nothing)).toBeUndefined()
})

test('what was just noted is the newest check-in, for ten minutes', () => {
  const newest = noted({}, 0, 12)
  const rows = [noted({ kind: 'glimmer' }, 0, 12), newest, noted({}, 0, 11)]
  expect(justNoted(rows, new Date(2026, 10, 23, 12, 9, 59))).toEqual(newest)
  expect(justNoted(rows, new Date(2026, 10, 23, 12, 10))).toBeUndefined()
  expect(justNoted([], new Date())).toBeUndefined()
})

const mark = fc.record({
  zone: fc.constantFrom(...ZONES.slice(0, 3)),
  side: fc.constantFrom(...SIDES),
  mark: fc.constantFrom(...MARKS.slice(0, 2)),
})
const checkIn = fc
  .tuple(fc.array(mark, { maxLength: 3 }), fc.subarray(['angry', 'sad', 'own:1']))
  .map(([body, words]) => felt(body, words))
const links = fc.array(fc.tuple(mark, fc.constantFrom('angry', 'sad', 'calm')), { maxLength: 4 })

test('whatever is proposed is here now, came before or was confirmed, and the order before does not matter', () => {
  fc.assert(
    fc.property(checkIn, fc.array(checkIn, { maxLength: 8 }), links, (now, earlier, known) => {
      const signals = known.map(([place, word]) => confirmed({ ...place, word }))
      const found = propose(now, earlier, signals, nothing)
      expect(propose(now, earlier.toReversed(), signals, nothing)).toEqual(found)
      fc.pre(found !== undefined)
      const { zone, side, mark: here, word } = found.link
      expect(now.body).toContainEqual({ zone, side, mark: here })
      expect(now.words?.includes(word) ?? false).toBe(found.ask === 'together')
      const isConfirmed = signals.some(({ data }) => keyOf(data) === keyOf(found.link))
      expect(isConfirmed).toBe(found.ask === 'again')
    }),
    { numRuns: 500 },
  )
})
