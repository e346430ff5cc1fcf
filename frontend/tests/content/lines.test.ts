import { expect, test } from 'vitest'
import { guessCountry, newest, type Help, type HelpCountry } from '../../src/lib/content/lines.ts'

const fallback: Help['fallback'] = { directories: [] }

function country(read_on: string, dial: string): HelpCountry {
  return { country: 'DE', read_on, sources: [], emergency: [{ dial }], lines: [] }
}

function help(...countries: HelpCountry[]): Help {
  return { countries, fallback }
}

test('what the server said, with its confirmations, goes before what came with the app', () => {
  const own = country('2026-11-23', '110')
  const answered = country('2026-11-23', '112')
  expect(newest(help(own), help(answered)).countries).toEqual([answered])
})

test('a country that an updated app has read later is taken from the app', () => {
  const own = country('2027-02-01', '112')
  expect(newest(help(own), help(country('2026-11-23', '110'))).countries).toEqual([own])
})

test('a country that the server did not know yet is there all the same', () => {
  const own = country('2026-11-23', '112')
  expect(newest(help(own), help()).countries).toEqual([own])
})

test.each([
  ['Europe/Berlin', 'en-GB', 'DE'],
  ['Etc/UTC', 'en-GB', 'GB'],
  ['Etc/UTC', 'en', undefined],
])('%s with %s seems to be %s', (zone, locale, expected) => {
  expect(guessCountry({ 'Europe/Berlin': 'DE' }, zone, locale)).toBe(expected)
})
