import type { Frost } from '../../lib/ui/frost.ts'

/** One of the two, or neither: an absence replaces nearness. */
export interface Answer {
  nearness?: number | undefined
  absence?: Frost | undefined
}
