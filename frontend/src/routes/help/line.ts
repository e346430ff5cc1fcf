import type { HelpLine } from '../../lib/content/lines.ts'
import { enHelp as t } from '../../lib/i18n/en-help.ts'
import { hoursOf } from './hours.ts'

const languages = new Intl.DisplayNames('en-GB', { type: 'language' })

/** What to know before calling, in few words; 'free' only where the provider or a government says so. */
export function aboutLine(line: HelpLine): string {
  const parts = [line.service_name, hoursOf(line), line.free && t.free, ...whom(line), ...how(line)]
  return parts.filter(Boolean).join(' · ')
}

function whom({ audience, region, languages: codes = [] }: HelpLine) {
  const spoken = codes.map((code) => (code === 'mul' ? t.several : (languages.of(code) ?? code)))
  return [audience && t[audience], region && t.region(region), spoken.join(', ')]
}

function how({ from, extension, whatsapp, email }: HelpLine) {
  return [
    from && t[from],
    extension && t.press(extension),
    whatsapp && `${t.whatsapp} ${whatsapp}`,
    email,
  ]
}
