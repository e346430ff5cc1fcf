import { markName, zoneName } from '../lib/i18n/en-body.ts'
import type { BodyMark } from '../lib/names.ts'

/** 'tight jaw', 'warm back of the neck' */
export function placeLabel({ zone, side, mark }: BodyMark): string {
  return `${markName(mark)} ${zoneName(zone, side)}`
}

/** At the start of a line. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
