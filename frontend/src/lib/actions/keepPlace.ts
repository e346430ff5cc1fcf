import { phone } from '../db/database.ts'
import { setMeta } from '../db/meta.ts'
import type { PlayerPlace } from '../db/types.ts'

/** Where the player is, so that a reload goes on from there; null once nothing is going on. */
export async function keepPlace(place: PlayerPlace | null): Promise<void> {
  await setMeta(phone, 'player', place)
}
