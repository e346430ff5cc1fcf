import { guessCountry, type Help, type Zones } from '../../lib/content/lines.ts'

const names = new Intl.DisplayNames('en-GB', { type: 'region' })

export interface Choice {
  code: string
  name: string
}

export function nameOf(code: string): string {
  return names.of(code) ?? code
}

/** Every country that the lines or the time zones know, by name. */
export function choices(help: Help, zones: Zones, chosen: string | undefined): Choice[] {
  const codes = new Set([
    ...help.countries.map(({ country }) => country),
    ...Object.values(zones),
    ...(chosen ? [chosen] : []),
  ])
  return [...codes]
    .map((code) => ({ code, name: nameOf(code) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

export function guess(zones: Zones): string | undefined {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return guessCountry(zones, timeZone, navigator.language)
}
