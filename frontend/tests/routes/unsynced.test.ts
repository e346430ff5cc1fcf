import { expect, test } from 'vitest'
import { detailsOf, nameOf, partingOf, reasonsOf } from '../../src/routes/unsynced/describe.ts'
import { saysOf } from '../../src/routes/unsynced/says.ts'
import { checkIn } from '../support/check-in.ts'

const NOW = new Date(2026, 10, 23, 21, 0)
const line = (data: object, collection = 'check_ins', deleted = false) =>
  ({ collection, deleted, data }) as never

test('a change by its kind and its moment', () => {
  const today = new Date(2026, 10, 23, 14, 5).toISOString()
  const before = new Date(2026, 10, 22, 14, 5).toISOString()
  expect(nameOf(line({ occurred_at: today }), NOW)).toBe('A check-in, today 14:05')
  expect(nameOf(line({ kind: 'glimmer', occurred_at: before }), NOW)).toBe(
    'A glimmer, Sun 22 Nov, 14:05',
  )
  expect(nameOf(line({ started_at: today }, 'practices', true), NOW)).toBe(
    'A practice, deleted, today 14:05',
  )
  expect(nameOf(line({ local_time: '20:30:00' }, 'reminders'), NOW)).toBe('A reminder, 20:30')
  expect(nameOf(line({ key: 'theme' }, 'settings'), NOW)).toBe('A setting')
})

test('a damaged change still has a name, and can be copied as it is', () => {
  expect(nameOf(line(undefined as never), NOW)).toBe('A check-in')
  expect(saysOf(line({ body: 'none' }), '', String)).toContain('"body": "none"')
})

test('what a check-in says, with its note, to copy', () => {
  const data = checkIn({ words: ['numb'], around: ['work'] })
  expect(saysOf(line(data), 'a note', String)).toBe(
    '4 of 10, somewhere in between\nWords, or none: numb\nWhat was around: work\nA note: a note',
  )
})

test('each reason once, in words; what the server says beside it', () => {
  const error = { code: 'invalid', detail: 'Expected `int` <= 10', attr: 'world_nearness' }
  expect(reasonsOf([error, error])).toEqual([
    'The server could not read a part of it: world nearness.',
  ])
  expect(detailsOf([error])).toEqual(['Expected `int` <= 10'])
  expect(reasonsOf([])).toEqual(['The server could not take it as it is.'])
  const refused = { code: 'refused', detail: 'x', attr: null }
  expect([reasonsOf([refused]), detailsOf([refused])]).toEqual([
    ['The server could not take it, alone either.'],
    [],
  ])
})

test('letting go is told for what it is', () => {
  expect(partingOf({ before: null, deleted: false })).toContain('deleted from this phone')
  expect(partingOf({ before: { deleted: false, data: {} }, deleted: false })).toContain(
    'before this change',
  )
  expect(partingOf({ before: { deleted: false, data: {} }, deleted: true })).toContain('comes back')
})
