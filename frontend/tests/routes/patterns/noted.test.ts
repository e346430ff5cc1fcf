import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CheckInData, PracticeData } from '../../../src/lib/db/types.ts'
import type { Mark, Zone } from '../../../src/lib/names.ts'
import { comparisonsOf } from '../../../src/routes/patterns/around.ts'
import { bodyCounts, fillsOn } from '../../../src/routes/patterns/body.ts'
import { changeIn } from '../../../src/routes/patterns/changes.ts'
import { habitsOf } from '../../../src/routes/patterns/habits.ts'
import { practicesOf } from '../../../src/routes/patterns/practices.ts'
import { labelsOf, sizeOf, talliesOf } from '../../../src/routes/patterns/tallies.ts'
import { noted, shuffled } from './noted.ts'

const ALL = {
  body: bodyCounts,
  habits: habitsOf,
  around: comparisonsOf,
  words: (rows: CheckInData[]) => talliesOf(rows.map(({ words }) => words)),
}

test('neither the order of rows nor a field from a newer phone changes anything', () => {
  fc.assert(
    fc.property(shuffled, ([rows, others]) => {
      const newer = rows.map((row) => ({ ...row, from_a_newer_phone: { nearness: 10 } }))
      for (const arithmetic of Object.values(ALL)) {
        expect(arithmetic(others)).toEqual(arithmetic(rows))
        expect(arithmetic(newer)).toEqual(arithmetic(rows))
      }
    }),
  )
})

test('absences are counted with a tag and never change how near it was', () => {
  fc.assert(
    fc.property(shuffled, ([rows]) => {
      const numbers = rows.filter(({ absence }) => absence === undefined)
      const found = (of: CheckInData[]) =>
        new Map(comparisonsOf(of).map((one) => [one.tag, one.found]))
      const [all, without] = [found(rows), found(numbers)]
      for (const tag of all.keys()) expect(without.get(tag)).toEqual(all.get(tag))
    }),
  )
})

test('every mark on the body is counted once, blank beside the others', () => {
  const chest = { zone: 'chest', side: 'front' } as const
  const rows = [
    noted({
      body: [
        { ...chest, mark: 'blank' },
        { zone: 'jaw', side: 'front', mark: 'tight' },
      ],
    }),
    noted({ body: [{ ...chest, mark: 'blank' }] }),
    noted({ body: [{ ...chest, mark: 'warm' }] }),
    noted({ body: [{ zone: 'chest', side: 'back', mark: 'blank' }] }),
  ]
  expect(bodyCounts(rows)).toEqual([
    { ...chest, blank: 2, felt: [['warm', 1]] },
    { zone: 'chest', side: 'back', blank: 1, felt: [] },
    { zone: 'jaw', side: 'front', blank: 0, felt: [['tight', 1]] },
  ])
})

test('a word twice in one check-in is one; sizes are three', () => {
  expect(talliesOf([['numb', 'numb'], ['calm', 'numb'], undefined])).toEqual([
    ['numb', 2],
    ['calm', 1],
  ])
  expect([1, 4, 5, 8, 9, 12].map((n) => sizeOf(n, 12))).toEqual([1, 1, 2, 2, 3, 3])
})

test('a name is shown as it is known, any other as the words of its slug', () => {
  const label = labelsOf(new Map([['numb', 'Numb']]))
  expect(['numb', 'far-away_off'].map(label)).toEqual(['Numb', 'far away off'])
})

test('the figure shows what a place was most often, and blank first among equals', () => {
  const marked = (mark: Mark, zone: Zone, times: number) =>
    Array.from({ length: times }, (): CheckInData => ({
      kind: 'check_in',
      occurred_at: '2026-11-03T08:00:00Z',
      time_zone: 'UTC',
      body: [{ zone, side: 'front', mark }],
    }))
  const places = bodyCounts([
    ...marked('blank', 'chest', 2),
    ...marked('warm', 'chest', 2),
    ...marked('tight', 'jaw', 3),
    ...marked('cold', 'jaw', 1),
    ...marked('heavy', 'belly', 4),
  ])
  expect(fillsOn('back', places)).toEqual(new Map())
  expect(fillsOn('front', places)).toEqual(
    new Map([
      ['chest', { mark: 'blank', weight: 0.5 }],
      ['jaw', { mark: 'tight', weight: 0.75 }],
      ['belly', { mark: 'heavy', weight: 1 }],
    ]),
  )
})
test('a step that was skipped says nothing about what was around', () => {
  const near = (nearness: number, around?: string[]) =>
    noted({ nearness, ...(around && { around }) })
  const rows = [
    ...[7, 8, 9, 8, 7].map((n) => near(n, ['outdoors'])),
    ...[1, 2, 3, 2].map((n) => near(n, ['work'])),
  ]
  const outdoors = (all: CheckInData[]) => comparisonsOf(all).find(({ tag }) => tag === 'outdoors')
  expect(outdoors([...rows, near(1), near(2), near(3)])).toEqual({ tag: 'outdoors', count: 5 })
  const difference = outdoors([...rows, near(1, ['work'])])?.found?.difference
  expect(difference?.mean).toBe(6)
  expect((difference?.low ?? 0) > 0).toBe(true)
})

test('an absence that turns into a number is told by its name, and is no number', () => {
  const pairs = [3, 4, 4, 5, 6].map((after, index) => ({ before: 3 + (index % 2), after }))
  const change = changeIn(pairs)
  expect(change).toMatchObject({ pairs: 5, nearer: 3, same: 2, further: 0 })
  const more = changeIn([
    ...pairs,
    { absenceBefore: 'nothing', after: 9 },
    { absenceBefore: 'nothing', after: 1 },
    { before: 8, absenceAfter: 'too_mixed' },
    { absenceBefore: 'nothing', absenceAfter: 'nothing' },
    { before: 2 },
  ])
  expect(more).toEqual({
    ...change,
    arrived: [['nothing', 2]],
    left: [['too_mixed', 1]],
    stayed: 1,
  })
})

test('habits are counted in the order of the check-in, with a change only from five pairs on', () => {
  const habit = (name: 'work' | 'screens') =>
    noted({ habits: [{ habit: name, before: 2, after: 3 }] })
  const rows = [habit('screens'), ...Array.from({ length: 5 }, () => habit('work'))]
  expect(habitsOf(rows).map((one) => [one.habit, one.count, one.change.mean?.mean])).toEqual([
    ['work', 5, 1],
    ['screens', 1, undefined],
  ])
})

test('practices are gathered by kind and by exercise; one that left the catalogue is among the others', () => {
  const tried = (exercise: string): PracticeData => ({
    exercise,
    started_at: '2026-11-03T09:00:00Z',
    nearness_before: 2,
    nearness_after: 3,
    thaw: 'more',
  })
  const rows = ['sigh', 'feet', 'sigh', 'long', 'gone'].map(tried)
  const kinds = new Map([
    ['sigh', 'breathwork'],
    ['long', 'breathwork'],
    ['feet', 'grounding'],
  ] as const)
  const found = practicesOf(rows, kinds)
  expect(found.map(({ name, count }) => [name, count])).toEqual([
    ['breathwork', 3],
    ['grounding', 1],
    ['other', 1],
  ])
  expect(found[0]?.exercises.map(({ name, count }) => [name, count])).toEqual([
    ['sigh', 2],
    ['long', 1],
  ])
  expect(found[0]).toMatchObject({ thaw: [['more', 3]], change: { pairs: 3, nearer: 3 } })
})
