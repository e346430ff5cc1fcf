import { phone } from '../db/database.ts'
import { setMeta } from '../db/meta.ts'

/** Nothing is going on in the player any more: a reload has nothing to go on with. */
export async function forgetPlace(): Promise<void> {
  await setMeta(phone, 'player', null)
}
