import type { components } from '../api/schema.d.ts'
import type { CachedContent } from '../db/types.ts'
import { within } from '../within.ts'
import { readCached, shipped } from './cache.ts'

export type Help = components['schemas']['Help']
export type HelpCountry = components['schemas']['HelpCountry']
export type HelpLine = components['schemas']['HelpLine']
export type HelpHours = components['schemas']['HelpHours']
/** The country by time zone. A zone of several countries, or of none, is not there. */
export type Zones = Record<string, string>

/**
 * Whom to call. What the server said holds its confirmations; a country that the app itself, since
 * updated, has read later is taken from the app. Works without a network, and with a database that does not answer.
 */
export async function help(): Promise<Help> {
  const [own, cached] = await Promise.all([shipped<Help>('lines'), answered()])
  return cached ? newest(own, cached.body as Help) : own
}

/** What the server said last; nothing that goes wrong with it may hide a number. */
function answered(): Promise<CachedContent | undefined> {
  return within(1, readCached('lines'), 'The database did not answer.').catch(() => undefined)
}

export function newest(own: Help, later: Help): Help {
  const known = new Map(later.countries.map((one) => [one.country, one]))
  const countries = own.countries.map((one) => {
    const other = known.get(one.country)
    return other && other.read_on >= one.read_on ? other : one
  })
  return { countries, fallback: own.fallback }
}

export function zones(): Promise<Zones> {
  return shipped('zones')
}

/** Where this phone seems to be: its time zone, then its language ('en-GB', but not 'en'). */
export function guessCountry(zones: Zones, timeZone: string, locale: string): string | undefined {
  return zones[timeZone] ?? new Intl.Locale(locale).region
}
