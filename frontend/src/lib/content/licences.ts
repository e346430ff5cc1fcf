import { shipped } from './cache.ts'

interface Work {
  name: string
  version: string
  /** SPDX, or what the authors call it. */
  licence: string
}

export interface Licences {
  own: string
  phone: (Work & { text: string })[]
  server: Work[]
}

/** Written when the app is built, from what is then installed. */
export function licences(): Promise<Licences> {
  return shipped('licences')
}
