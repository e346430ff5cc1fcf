export type Feeling =
  'restless' | 'uneasy' | 'stirred' | 'lively' | 'flat' | 'heavy' | 'tender' | 'calm'

/** Hints on the plane of pleasantness and energy (each −1 … 1): around the middle, far enough apart never to touch. */
export const FEELINGS: [feeling: Feeling, pleasantness: number, energy: number][] = [
  ['restless', -0.36, 0.7],
  ['lively', 0.36, 0.7],
  ['uneasy', -0.66, 0.28],
  ['stirred', 0.68, 0.28],
  ['flat', -0.66, -0.28],
  ['tender', 0.68, -0.28],
  ['heavy', -0.36, -0.7],
  ['calm', 0.36, -0.7],
]
