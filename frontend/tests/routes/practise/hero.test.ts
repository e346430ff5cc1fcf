import { expect, test } from 'vitest'
import type { Exercise } from '../../../src/lib/content/catalogue.ts'
import type { CheckInData, PracticeData } from '../../../src/lib/db/types.ts'
import type { Helped } from '../../../src/routes/practise/helped.ts'
import { heroOf } from '../../../src/routes/practise/hero.ts'
import { latelyOf } from '../../../src/routes/practise/lately.ts'
import { exercise } from '../../support/exercises.ts'

const all: Exercise[] = [
  exercise('name-it', { kind: 'acknowledge', inner_focus: true }),
  exercise('feet'),
  exercise('box', { kind: 'breathwork', gates: ['holds'] }),
  exercise('sigh', { kind: 'breathwork', inner_focus: true }),
  exercise('walk', { kind: 'movement' }),
]
const helped = (slug: string, parts: Partial<Helped> = {}): Helped => ({
  slug,
  helpful: true,
  heavy: false,
  times: 1,
  ...parts,
})
const enough = { counted: { nearer: 4, pairs: 6, all: true } }

const NOON = new Date(2026, 10, 24, 12)
const hoursAgo = (hours: number) => new Date(NOON.getTime() - hours * 3_600_000).toISOString()
const practice = (exercise: string, parts: Partial<PracticeData>): PracticeData => ({
  exercise,
  started_at: hoursAgo(3),
  ...parts,
})
const GLASS: CheckInData = {
  kind: 'check_in',
  occurred_at: hoursAgo(2),
  time_zone: 'Europe/Berlin',
  absence: 'behind_glass',
}
type Person = Parameters<typeof heroOf>[1]
const NOBODY: Person = { own: [], helped: [], practices: [], checkIns: [] }

function top(parts: Partial<Person>, fitting = all) {
  const hero = heroOf(fitting, { ...NOBODY, ...parts }, NOON)
  return hero && [hero.exercise.slug, hero.because]
}

test.each<[string, Partial<Person>, [string, string]]>([
  ['a new phone has the gentlest grounding', {}, ['feet', 'gentle']],
  ['one’s own comes before it', { own: ['sigh', 'walk'] }, ['sigh', 'own']],
  [
    'what helped comes before one’s own',
    { own: ['sigh'], helped: [helped('walk')] },
    ['walk', 'helped'],
  ],
  [
    'what is known from enough numbers comes first',
    { helped: [helped('walk'), helped('sigh', enough)] },
    ['sigh', 'helped'],
  ],
  [
    'never what is behind a gate',
    { own: ['box'], helped: [helped('box', enough)] },
    ['feet', 'gentle'],
  ],
  [
    'never what left less the last time',
    { own: ['walk'], helped: [helped('walk', { helpful: false, heavy: true })] },
    ['feet', 'gentle'],
  ],
  [
    'never what was too much the last time, however long ago',
    {
      own: ['walk'],
      practices: [practice('walk', { started_at: hoursAgo(9000), ended_by: 'too_much' })],
    },
    ['feet', 'gentle'],
  ],
  [
    'on a tender day nothing that turns inward',
    {
      own: ['sigh'],
      helped: [helped('sigh', enough)],
      practices: [practice('walk', { thaw: 'less' })],
    },
    ['feet', 'gentle'],
  ],
  [
    'behind glass something to hold on to, whatever else helped',
    { own: ['sigh'], helped: [helped('walk', enough)], checkIns: [GLASS] },
    ['feet', 'gentle'],
  ],
])('%s', (_, person, hero) => {
  expect(top(person)).toEqual(hero)
})

test('what does not fit is not laid on top, however much it helped', () => {
  const fitting = all.filter(({ kind }) => kind === 'grounding')
  expect(top({ own: ['sigh'], helped: [helped('walk', enough)] }, fitting)).toEqual([
    'feet',
    'gentle',
  ])
  expect(top({}, [])).toBeUndefined()
})

test('lately is two months', () => {
  const practices = [59, 61].map((days) => practice('walk', { started_at: hoursAgo(24 * days) }))
  expect(latelyOf(practices, NOON)).toEqual(practices.slice(0, 1))
})
