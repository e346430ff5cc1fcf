import type { Exercise } from '../content/catalogue.ts'

/**
 * What a suggestion needs to know of an exercise. An older build may have kept a catalogue with less in it, a newer
 * server may send kinds and names that are unknown here: so all is text, and most of it may be missing.
 */
export interface Candidate {
  slug: string
  kind: string
  doses: Exercise['doses']
  inner_focus?: boolean
  energy?: string
  suits?: readonly string[]
  posture?: readonly string[]
  place?: readonly string[]
  gates?: readonly string[]
  pace?: readonly { phase: string }[]
  evidence?: { strength: string }
}
