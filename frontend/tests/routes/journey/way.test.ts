import { describe, expect, test } from 'vitest'
import type { Exercise } from '../../../src/lib/content/catalogue.ts'
import type { UnderstandingCard } from '../../../src/lib/content/understanding.ts'
import type { CheckInData, PracticeData } from '../../../src/lib/db/types.ts'
import { nextCard } from '../../../src/routes/journey/cards.ts'
import { helpComesFirst } from '../../../src/routes/journey/help-first.ts'
import { nextOnTheWay } from '../../../src/routes/journey/next.ts'
import { PLACES } from '../../../src/routes/journey/places.ts'
import { thingsAt, type Sight } from '../../../src/routes/journey/things.ts'
import { hereLine, visitsOf } from '../../../src/routes/journey/visits.ts'

const NOW = new Date(2026, 10, 24, 15)
const at = (days: number) => new Date(2026, 10, 24 - days, 10).toISOString()
const doses = [{ seconds: 60, steps: [{ text: 'You could look around.', seconds: 60 }] }]

function exercise(slug: string, kind: string, inner_focus = false): Exercise {
  const words = { title: slug, summary: `${slug}, shortly`, energy: 'low' }
  return { slug, kind, inner_focus, doses, ...words } as Exercise
}

const SHELF = [
  exercise('feet', 'grounding'),
  exercise('colour', 'grounding'),
  exercise('sigh', 'breathwork', true),
  exercise('wall', 'movement'),
  exercise('sound', 'mindfulness'),
  exercise('doodle', 'creativity'),
  exercise('freewrite', 'writing', true),
  exercise('text-a-friend', 'others'),
]
const KINDS = new Map(SHELF.map(({ slug, kind }) => [slug, kind as string]))

function card(
  slug: string,
  group: UnderstandingCard['group'],
  rest: Partial<UnderstandingCard> = {},
) {
  return {
    slug,
    language: 'en',
    group,
    title: slug,
    lead: '',
    body: [],
    sources: [],
    ...rest,
  }
}

const CARDS = [
  card('a-sign', 'what_it_is'),
  card('trauma', 'causes', { try: 'wall' }),
  card('burnout', 'causes'),
  card('autopilot', 'feels', { experience: 'autopilot' }),
  card('people', 'impact'),
  card('emergency', 'emergency'),
]

const said = (fields: Partial<CheckInData>): CheckInData => ({
  kind: 'check_in',
  occurred_at: at(0),
  time_zone: 'Europe/Berlin',
  ...fields,
})

interface Given {
  checkIns?: CheckInData[]
  practices?: PracticeData[]
  marks?: string[]
  now?: Date
}

function sightOf({ checkIns = [], practices = [], marks = [], now = NOW }: Given = {}): Sight {
  const marked = CARDS.filter(({ slug }) => marks.includes(slug))
  const known = { shelf: SHELF, checkIns, practices, marked }
  return { known, moment: { now, seed: 1 }, cards: CARDS, marks }
}

function next(given: Given = {}, help = false) {
  const sight = sightOf(given)
  const { practices } = sight.known
  const checkedIn = sight.known.checkIns[0]?.occurred_at
  return nextOnTheWay(sight, visitsOf({ practices, kinds: KINDS, checkedIn }), help)
}

const done = (slug: string, days: number, rest: Partial<PracticeData> = {}): PracticeData => ({
  exercise: slug,
  started_at: at(days),
  ended_by: 'finished',
  ...rest,
})

describe('the card to read next', () => {
  test.each<[string, string[], CheckInData[], string | undefined]>([
    ['the first', [], [], 'a-sign'],
    ['what was noted of late', [], [said({ experiences: ['guilt', 'autopilot'] })], 'autopilot'],
    ['the one after the last that was marked', ['trauma'], [], 'burnout'],
    ['never one that was marked', ['a-sign'], [], 'trauma'],
    ['never the one for an emergency', CARDS.map(({ slug }) => slug), [], undefined],
  ])('%s', (_, marks, checkIns, slug) => {
    expect(nextCard(CARDS, marks, checkIns)?.slug).toBe(slug)
  })
})

describe('at each place', () => {
  const hrefs =
    (given: Given = {}) =>
    (place: (typeof PLACES)[number]) =>
      thingsAt(place, sightOf(given)).map(({ href }) => href)

  test.each<[string, Given]>([
    ['on a new phone', {}],
    ['when the world is unreal', { checkIns: [said({ world_nearness: 1 })] }],
    ['on a tender day', { practices: [done('sigh', 0, { thaw: 'less' })] }],
  ])('there is something, and no more than two: %s', (_, given) => {
    const counts = PLACES.map(hrefs(given)).map(({ length }) => length)
    expect(counts.every((count) => count === 1 || count === 2)).toBe(true)
  })

  test('when the world is unreal, exercises are there to hold on to and nothing else', () => {
    const all = PLACES.flatMap(hrefs({ checkIns: [said({ world_nearness: 1 })] }))
    expect(all.filter((href) => /^\/practise\/./.test(href)).toSorted()).toEqual([
      '/practise/colour',
      '/practise/feet',
    ])
  })

  test('with one safe person an exercise stands before what can be read', () => {
    expect(hrefs()('others')).toEqual(['/practise/text-a-friend', '/understand/people'])
  })
})

describe('where to go next', () => {
  test('a new phone begins by reading', () => {
    expect(next()).toMatchObject({ place: 'understand', why: 'A quiet place to begin.' })
  })

  test('Help, when it was asked about', () => {
    expect(next({ practices: [done('wall', 3)] }, true)).toMatchObject({
      place: 'help',
      thing: { href: '/help' },
    })
  })

  test.each<[string, Given]>([
    ['unreal', { checkIns: [said({ world_nearness: 3 })] }],
    ['behind glass', { checkIns: [said({ absence: 'behind_glass' })] }],
  ])('%s: something to hold on to', (_, given) => {
    expect(next(given).place).toBe('body')
    expect(['/practise/feet', '/practise/colour']).toContain(next(given).thing.href)
  })

  test('the exercise of a card that was marked, until it was done', () => {
    const marks = ['trauma']
    expect(next({ marks })).toMatchObject({
      place: 'body',
      thing: { href: '/practise/wall' },
      why: 'It goes with ‘trauma’, a card you marked.',
    })
    expect(next({ marks, practices: [done('wall', 5)] }).why).not.toContain('marked')
  })

  test('nothing is urged: each day another place, and all come round', () => {
    const practices = [done('wall', 5), done('sound', 9)]
    const days = Array.from({ length: 14 }, (_, n) => new Date(2026, 10, 24 + n, 15))
    const places = days.map((now) => next({ practices, now }).place)
    expect([...new Set(places)].toSorted()).toEqual(
      ['acknowledge', 'creativity', 'mindfulness', 'others', 'writing'].toSorted(),
    )
    expect(places.filter((place, n) => place === places[n - 1])).toEqual([])
  })
})

describe('what was done there before', () => {
  test('the newest trace of a place counts, and what is in no catalogue leaves none', () => {
    const practices = [done('feet', 2), done('sigh', 5), done('gone', 1)]
    const visits = visitsOf({ practices, kinds: KINDS, checkedIn: at(3), written: undefined })
    expect(visits).toEqual({ body: new Date(at(2)), acknowledge: new Date(at(3)) })
  })

  test.each<[number, string]>([
    [0, 'You were here today.'],
    [1, 'You were here yesterday.'],
    [2, 'You were here on Sunday.'],
    [6, 'You were here on Wednesday.'],
    [7, 'You have been here before.'],
    [300, 'You have been here before.'],
  ])('%i days ago: %s', (days, line) => {
    expect(hereLine(new Date(at(days)), NOW)).toBe(line)
  })

  test('of a place not seen nothing is said', () => {
    expect(hereLine(undefined, NOW)).toBeUndefined()
  })
})

describe('Help comes first', () => {
  test.each<[boolean, CheckInData[], string | undefined]>([
    [false, [], undefined],
    [true, [], at(0)],
    [false, [], at(2)],
    [true, [said({ words: ['tired', 'trapped'] })], undefined],
    [false, [said({ words: ['trapped'], occurred_at: at(2) })], undefined],
    [false, [said({ words: ['tired'] })], undefined],
  ])('%s', (first, checkIns, opened) => {
    expect(helpComesFirst(checkIns, opened, NOW)).toBe(first)
  })
})
