import { expect, test } from 'vitest'
import type { HelpLine } from '../../src/lib/content/lines.ts'
import { hoursOf } from '../../src/routes/help/hours.ts'
import { aboutLine } from '../../src/routes/help/line.ts'
import { telLink } from '../../src/routes/help/links.ts'

const line: HelpLine = { key: 'DE:116123', confirmed: null, hours: 'always' }

test.each([
  ['always', 'day and night'],
  ['check', 'hours vary'],
  [[{ days: [1, 2, 3, 4, 5, 6, 7], from: '19:00', to: '07:00' }], 'every day 19:00–07:00'],
  [[{ days: [1, 2, 3, 4, 5, 6], from: '10:00', to: '20:00' }], 'Mon–Sat 10:00–20:00'],
  [[{ days: [7, 1, 2, 4], from: '09:00', to: '17:00' }], 'Mon–Tue, Thu, Sun 09:00–17:00'],
] as [HelpLine['hours'], string][])('hours: %j are read as %s', (hours, expected) => {
  expect(hoursOf({ ...line, hours })).toBe(expected)
})

test('free is said only where the data says so', () => {
  expect(aboutLine(line)).toBe('day and night')
  expect(aboutLine({ ...line, free: true })).toBe('day and night · free')
})

test('a key to press and a language are said before the call', () => {
  expect(aboutLine({ ...line, extension: '8', languages: ['fr', 'mul'] })).toBe(
    'day and night · French, several languages · press 8 once it is answered',
  )
})

test.each([
  ['0800 111 0 111', '08001110111'],
  ['9-8-8', '988'],
  ['*4141', '*4141'],
  ['#31', '#31'],
])('%s dials what is printed', (printed, dial) => {
  expect(decodeURIComponent(telLink(dial))).toBe(`tel:${printed.replace(/[ -]/g, '')}`)
})
