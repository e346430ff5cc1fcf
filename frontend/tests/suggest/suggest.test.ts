import { describe, expect, test } from 'vitest'
import type { CheckInData, PracticeData } from '../../src/lib/db/types.ts'
import type { Candidate } from '../../src/lib/suggest/candidate.ts'
import type { Marked } from '../../src/lib/suggest/reasons.ts'
import { suggest } from '../../src/lib/suggest/suggest.ts'

const NOW = new Date(2026, 10, 24, 15)
const DAY = 24 * 3_600_000
const doses = [30, 180, 300].map((seconds) => ({
  seconds,
  steps: [{ text: 'You could look around.', seconds }],
}))

function exercise(slug: string, kind: string, rest: Partial<Candidate> = {}): Candidate {
  return { slug, kind, doses, inner_focus: false, energy: 'low', ...rest }
}

const SHELF = [
  exercise('feet', 'grounding', { suits: ['unreal', 'too_much'] }),
  exercise('colours', 'grounding', { suits: ['unreal'] }),
  exercise('longer-out-breath', 'breathwork', { inner_focus: true, suits: ['flat', 'too_much'] }),
  exercise('sigh', 'breathwork', { inner_focus: true, suits: ['flat'] }),
  exercise('box', 'breathwork', { inner_focus: true, gates: ['holds'] }),
  exercise('wall', 'movement', { suits: ['flat'] }),
  exercise('doodle', 'creativity', { suits: ['flat', 'cannot_sleep'] }),
  exercise('page', 'writing', { inner_focus: true, suits: ['flat'] }),
  exercise('sound', 'mindfulness', { suits: ['flat', 'cannot_sleep'] }),
  exercise('make-room', 'mindfulness', { inner_focus: true }),
  exercise('text-a-friend', 'others', { suits: ['with_someone'] }),
]

function done(slug: string, daysAgo: number, rest: Partial<PracticeData> = {}): PracticeData {
  const at = new Date(NOW.getTime() - daysAgo * DAY).toISOString()
  return {
    exercise: slug,
    started_at: at,
    ended_at: at,
    seconds: 300,
    ended_by: 'finished',
    ...rest,
  }
}

const said = (fields: Partial<CheckInData>): CheckInData => ({
  kind: 'check_in',
  occurred_at: new Date(NOW.getTime() - 60_000).toISOString(),
  time_zone: 'Europe/Berlin',
  ...fields,
})

interface Given {
  say?: Partial<CheckInData>
  practices?: PracticeData[]
  marked?: Marked[]
  now?: Date
  shelf?: Candidate[]
}

const USUAL = { practices: [], marked: [], now: NOW, shelf: SHELF }

function offers({ say, ...given }: Given = {}) {
  const { now, ...known } = { ...USUAL, ...given }
  return suggest({ ...known, checkIns: say ? [said(say)] : [] }, { now, seed: 7 })
}

const slugs = (given?: Given) => offers(given).map((one) => one.exercise.slug)
const sorted = (given?: Given) => slugs(given).toSorted()

describe('what may be offered', () => {
  test.each<[string, Partial<CheckInData> | undefined, string[]]>([
    ['unreal: something to hold on to', { world_nearness: 4 }, ['colours', 'feet']],
    [
      'too much: that, and one breath',
      { absence: 'too_mixed' },
      ['colours', 'feet', 'longer-out-breath'],
    ],
    ['numb but present', { nearness: 3 }, ['doodle', 'longer-out-breath', 'page', 'sigh', 'wall']],
    [
      'nothing said: gentle things outside',
      undefined,
      ['colours', 'doodle', 'feet', 'sound', 'wall'],
    ],
  ])('%s', (_, say, expected) => {
    expect(sorted(say ? { say } : {})).toEqual(expected)
  })

  test('with feelings near it is anything but what is gated or needs others', () => {
    const rest = SHELF.map(({ slug }) => slug).filter((slug) => !/box|friend/.test(slug))
    expect(sorted({ say: { nearness: 8 } })).toEqual(rest.toSorted())
  })

  test('what was too much last stays away, until it was done again without', () => {
    const tooMuch = done('wall', 9, { ended_by: 'too_much' })
    expect(slugs({ practices: [tooMuch] })).not.toContain('wall')
    expect(slugs({ practices: [tooMuch, done('wall', 400, {})] })).not.toContain('wall')
    expect(slugs({ practices: [done('wall', 8, { ended_by: 'left' }), tooMuch] })).toContain('wall')
  })

  test('a tender day is gentle, outward and short', () => {
    const practices = [done('sigh', 0.5, { thaw: 'less' }), done('wall', 3)]
    expect(sorted({ say: { nearness: 8 }, practices })).toEqual(sorted())
    expect(offers({ say: { nearness: 8 }, practices }).map(({ dose }) => dose)).toEqual([
      0, 0, 0, 0, 0,
    ])
  })

  test('at night what suits a night comes first', () => {
    const [first, second] = slugs({ now: new Date(2026, 10, 24, 23) })
    expect([first, second].toSorted()).toEqual(['doodle', 'sound'])
  })

  test('an older catalogue without tags, and one with a kind that is new, will do', () => {
    const shelf = [
      { slug: 'old-feet', kind: 'grounding', doses, inner_focus: false, energy: 'low' },
      { slug: 'dream', kind: 'dreaming', doses },
    ]
    expect(slugs({ shelf })).toEqual(['old-feet'])
    expect(slugs({ shelf, say: { world_nearness: 2 } })).toEqual(['old-feet'])
  })

  test('an empty shelf offers nothing', () => {
    expect(offers({ shelf: [] })).toEqual([])
  })
})

describe('what comes first', () => {
  const helped = (slug: string, times: number, rest: Partial<PracticeData>) =>
    Array.from({ length: times }, (_, n) => done(slug, 4 + n, rest))
  const firsts = (given: Given) =>
    Array.from(
      { length: 40 },
      (_, n) => slugs({ ...given, now: new Date(2026, 10, 25 + n, 15) })[0],
    )
  const often = (slug: string, given: Given) => firsts(given).filter((one) => one === slug).length

  test('what was followed by more comes far oftener, what was followed by less hardly', () => {
    const more = helped('doodle', 8, { thaw: 'more', nearness_before: 3, nearness_after: 5 })
    const less = helped('doodle', 8, { thaw: 'less', nearness_before: 5, nearness_after: 3 })
    const untried = often('doodle', {})
    expect(often('doodle', { practices: more })).toBeGreaterThan(untried + 6)
    expect(often('doodle', { practices: less })).toBeLessThan(Math.max(1, untried))
  })

  test('a card that was marked brings its exercise forward', () => {
    const marked = [{ title: 'A card', try: 'wall' }]
    expect(often('wall', { marked })).toBeGreaterThan(often('wall', {}))
  })

  test('never the same one two days running, when it was done', () => {
    const practices: PracticeData[] = []
    for (let day = 0; day < 30; day += 1) {
      const now = new Date(2026, 10, 25 + day, 15)
      const [first] = slugs({ now, practices })
      expect(first).not.toBe(practices.at(-1)?.exercise)
      const at = now.toISOString()
      practices.push({ exercise: first ?? '', started_at: at, ended_at: at, thaw: 'more' })
    }
  })
})

describe('the reason', () => {
  const because = (given: Given, slug: string) =>
    offers(given).find((one) => one.exercise.slug === slug)?.reason
  const pairs = (...changes: number[]) =>
    changes.map((by, n) => done('wall', 5 + n, { nearness_before: 3, nearness_after: 3 + by }))

  test.each<[string, Given, object]>([
    ['unreal', { say: { world_nearness: 3 } }, { because: 'unreal' }],
    ['behind glass', { say: { absence: 'behind_glass' } }, { because: 'glass' }],
    ['too much', { say: { absence: 'too_mixed' } }, { because: 'too_much' }],
    ['tender', { practices: [done('sigh', 0.2, { ended_by: 'too_much' })] }, { because: 'tender' }],
    ['far', { say: { nearness: 0 } }, { because: 'far' }],
    ['untried', {}, { because: 'untried' }],
  ])('%s', (_, given, reason) => {
    expect(because(given, 'feet')).toEqual(reason)
  })

  test.each<[string, PracticeData[], object]>([
    ['two pairs are too few for numbers', pairs(1, 1), { because: 'small' }],
    ['three pairs', pairs(1, 2, 0), { because: 'nearer', times: 2, of: 3 }],
    ['less than half', pairs(1, 0, -1), { because: 'small' }],
    [
      'what was said after it',
      [1, 2, 3].map((n) => done('wall', 4 + n, { thaw: 'more' })),
      { because: 'more', times: 3, of: 3 },
    ],
  ])('%s', (_, practices, reason) => {
    expect(because({ practices }, 'wall')).toEqual(reason)
  })

  test('a card that was marked is named', () => {
    const marked = [{ title: 'The days go by', try: 'wall' }]
    expect(because({ marked }, 'wall')).toEqual({ because: 'marked', title: 'The days go by' })
  })
})

test('the dose is the one last done in full, but short while it is numb to write, or far', () => {
  const practices = [done('page', 5), done('wall', 5)]
  const dose = (say: Partial<CheckInData>, slug: string) =>
    offers({ say, practices }).find((one) => one.exercise.slug === slug)?.dose
  expect(dose({ nearness: 8 }, 'page')).toBe(2)
  expect(dose({ nearness: 4 }, 'page')).toBe(0)
  expect(dose({ nearness: 4 }, 'wall')).toBe(2)
  expect(dose({ nearness: 1, world_nearness: 9 }, 'wall')).toBe(0)
})

test('a place of the way is given what is safe of its kinds, others too', () => {
  const known = { shelf: SHELF, checkIns: [said({ nearness: 8 })], practices: [], marked: [] }
  const kinds = (...names: string[]) =>
    suggest(known, { now: NOW, seed: 7 }, names).map((one) => one.exercise.slug)
  expect(kinds('others')).toEqual(['text-a-friend'])
  expect(kinds('breathwork').toSorted()).toEqual(['longer-out-breath', 'sigh'])
})
