import type { BodyMark } from '../lib/names.ts'

/**
 * What marks and words are called where the two meet. Names say themselves: `zoneName` and `markName` of the body map
 * and the labels of the vocabulary take their place here, and nowhere else, once they are there.
 */
export function placeLabel({ zone, side, mark }: BodyMark): string {
  const place = `${mark} ${zone.replaceAll('_', ' ')}`
  return side === 'back' ? `${place}, at the back` : place
}

/** At the start of a line. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
