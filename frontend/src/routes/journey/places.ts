/** The article's steps, in its order. Help is no step: it is there at any point. */
export const PLACES = [
  'understand',
  'acknowledge',
  'body',
  'writing',
  'mindfulness',
  'others',
  'creativity',
  'support',
] as const
export type Place = (typeof PLACES)[number]

/** The kinds of exercises that are done there. */
export const KINDS: Record<Place, readonly string[]> = {
  understand: ['understanding'],
  acknowledge: ['acknowledge'],
  body: ['grounding', 'movement', 'breathwork'],
  writing: ['writing'],
  mindfulness: ['mindfulness'],
  others: ['others'],
  creativity: ['creativity'],
  support: [],
}

export function placeOf(kind: string): Place | undefined {
  return PLACES.find((place) => KINDS[place].includes(kind))
}
