import { phone } from '../db/database.ts'
import { metaIn } from '../db/meta.ts'

export interface Offered {
  /** When the soft offer of people and help was last on the screen (ISO). */
  flatness?: string | undefined
  /** The newest moment before the gap that was passed by (ISO). */
  gap?: string | undefined
  /** When the card about an emergency was last opened (ISO). */
  emergency?: string | undefined
}

/** What was offered before; asked once for each time that Today opens. */
export async function offered(): Promise<Offered> {
  return phone.read(['meta'], async (tx) => ({
    flatness: await metaIn(tx, 'flatness_offered_at'),
    gap: await metaIn(tx, 'gap_passed'),
    emergency: await metaIn(tx, 'emergency_opened_at'),
  }))
}
