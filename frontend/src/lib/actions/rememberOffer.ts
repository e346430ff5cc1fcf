import { phone } from '../db/database.ts'
import { setMeta } from '../db/meta.ts'

/** A fact of this phone: when the soft offer was on the screen, or which gap was passed by. Unkept, it is asked again. */
export async function rememberOffer(
  key: 'flatness_offered_at' | 'gap_passed',
  at: string,
): Promise<void> {
  await setMeta(phone, key, at).catch(() => undefined)
}
