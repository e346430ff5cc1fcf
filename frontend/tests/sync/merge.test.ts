import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { same } from '../../src/lib/db/same.ts'
import type { RecordData } from '../../src/lib/db/types.ts'
import { mergeData, mergeStates } from '../../src/lib/sync/merge.ts'

const scalar = fc.oneof(fc.integer(), fc.string(), fc.boolean())
const words = fc.uniqueArray(fc.constantFrom('cold', 'heavy', 'far', 'quiet', 'soft'))
const record: fc.Arbitrary<RecordData> = fc.record(
  {
    nearness: fc.nat(10),
    absence: fc.constantFrom('nothing', 'cannot_tell'),
    energy: fc.integer({ min: -1, max: 1 }),
    words,
    senses: fc.dictionary(fc.constantFrom('weight', 'colour'), fc.string(), {
      noNullPrototype: true,
    }),
    unknown: scalar,
  },
  { requiredKeys: [], noNullPrototype: true },
)

describe('properties of the merge', () => {
  test('a side that changed nothing takes the other as it is', () => {
    fc.assert(
      fc.property(record, record, (base, changed) => {
        expect(mergeData(base, base, changed)).toEqual(changed)
        expect(mergeData(base, changed, base)).toEqual(changed)
      }),
    )
  })

  test('the same change on both sides is that change', () => {
    fc.assert(
      fc.property(record, record, (base, changed) => {
        expect(mergeData(base, changed, changed)).toEqual(changed)
      }),
    )
  })

  test('merging again on top of the result changes nothing', () => {
    fc.assert(
      fc.property(record, record, record, (base, ours, theirs) => {
        const once = mergeData(base, ours, theirs)
        expect(mergeData(theirs, once, once)).toEqual(once)
      }),
    )
  })

  test('what only one side added to a set is there, what one side took out is not', () => {
    fc.assert(
      fc.property(words, words, words, (base, ours, theirs) => {
        const merged = mergeData({ words: base }, { words: ours }, { words: theirs }).words
        const added = [...ours, ...theirs].filter((word) => !base.includes(word))
        expect(merged).toEqual(expect.arrayContaining(added))
        const kept = base.filter((word) => ours.includes(word) && theirs.includes(word))
        // When nothing is left of both, one side's set stands.
        if (added.length + kept.length > 0)
          expect(new Set(merged as string[])).toEqual(new Set([...kept, ...added]))
      }),
    )
  })

  test('nearness and absence never come from two sides', () => {
    fc.assert(
      fc.property(record, record, record, (base, ours, theirs) => {
        const pair = ({ nearness, absence }: RecordData) => ({ nearness, absence })
        const merged = pair(mergeData(base, ours, theirs))
        expect([pair(ours), pair(theirs)].some((side) => same(side, merged))).toBe(true)
      }),
    )
  })
})

describe('deletes', () => {
  const alive = (data: RecordData) => ({ deleted: false, data })
  const gone = (data: RecordData = {}) => ({ deleted: true, data })

  test('an edit here beats a delete there', () => {
    expect(mergeStates(alive({ nearness: 1 }), alive({ nearness: 2 }), gone())).toEqual(
      alive({ nearness: 2 }),
    )
  })

  test('an edit there beats a delete here', () => {
    expect(
      mergeStates(alive({ nearness: 1 }), gone({ nearness: 1 }), alive({ nearness: 3 })),
    ).toEqual(alive({ nearness: 3 }))
  })

  test('a delete of what nobody edited stays a delete', () => {
    const ours = gone({ nearness: 1 })
    expect(mergeStates(alive({ nearness: 1 }), ours, alive({ nearness: 1 }))).toEqual(ours)
  })

  test('undoing a delete keeps what another phone wrote meanwhile', () => {
    const before = gone({ nearness: 1, energy: 0 })
    const undone = alive({ nearness: 1, energy: 0 })
    expect(mergeStates(before, undone, alive({ nearness: 7, energy: 0 }))).toEqual(
      alive({ nearness: 7, energy: 0 }),
    )
  })
})

test('two edits of a text keep both', () => {
  expect(mergeData({ text: 'a' }, { text: 'b' }, { text: 'c' })).toEqual({ text: 'c\n\nb' })
})

test('marks of one body zone are one mark, of two zones two', () => {
  const mark = (zone: string, mark: string) => ({ zone, side: 'front', mark })
  const merged = mergeData(
    { body: [] },
    { body: [mark('chest', 'tight'), mark('jaw', 'cold')] },
    { body: [mark('chest', 'blank')] },
  )
  expect(merged).toEqual({ body: [mark('chest', 'tight'), mark('jaw', 'cold')] })
})

test('weekdays never end empty when two phones each keep another one', () => {
  expect(mergeData({ weekdays: [1, 3] }, { weekdays: [1] }, { weekdays: [3] })).toEqual({
    weekdays: [1],
  })
})
