import { enSignals } from '../lib/i18n/en-signals.ts'
import type { BodyMark } from '../lib/names.ts'

/**
 * What marks and words are called where the two meet. Names say themselves: `zoneName` and `markName` of the body map
 * and the labels of the vocabulary take their place here, and nowhere else, once they are there.
 */
export function placeLabel({ zone, side, mark }: BodyMark): string {
  const place = `${mark} ${zone.replaceAll('_', ' ')}`
  return side === 'back' ? `${place}, at the back` : place
}

export function wordLabel(word: string, own: ReadonlyMap<string, string>): string {
  if (word.startsWith('own:')) return own.get(word) ?? enSignals.ownWord
  return word.replaceAll(/[_-]/g, ' ')
}

/** At the start of a line. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
