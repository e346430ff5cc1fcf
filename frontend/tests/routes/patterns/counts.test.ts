import { expect, test } from 'vitest'
import { dayInWords, inWords } from '../../../src/routes/patterns/counts.ts'
import { noted } from './noted.ts'

test('in words: counts of what is there, and of nothing else', () => {
  const rows = [
    noted({ nearness: 0 }),
    noted({ absence: 'nothing' }),
    noted({ absence: 'nothing' }),
    noted({ absence: 'behind_glass' }),
    noted({ kind: 'glimmer' }),
  ]
  const fog = noted({
    kind: 'foggy_span',
    occurred_at: new Date(2026, 10, 28).toISOString(),
    ended_at: new Date(2026, 11, 4).toISOString(),
  })
  expect(inWords(rows, [fog])).toEqual([
    '4 check-ins',
    'How near feelings felt: once',
    'Nothing: twice',
    'Behind glass: once',
    '1 glimmer',
    'A foggy while: 28 November to 4 December 2026',
  ])
  expect(inWords([], [])).toEqual([])
})

test('a day is its latest answer, with how many there were', () => {
  const glimmer = noted({ kind: 'glimmer' })
  const rows = [glimmer, noted({ absence: 'too_mixed' }), noted({ nearness: 4 })]
  expect(dayInWords(rows, false)).toEqual(['Too mixed', '2 check-ins', '1 glimmer'])
  expect(dayInWords([glimmer], true)).toEqual(['1 glimmer', 'a foggy while'])
  expect(dayInWords([noted({ nearness: 4 })], false)).toEqual(['4 of 10, somewhere in between'])
})
