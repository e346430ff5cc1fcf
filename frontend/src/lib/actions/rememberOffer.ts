import { phone } from '../db/database.ts'
import { setMeta } from '../db/meta.ts'

/**
 * A fact of this phone: when the soft offer was on the screen, which gap was passed by, when the card about an emergency
 * was opened, when a reminder was offered. Unkept, it is asked again.
 */
export async function rememberOffer(
  key: 'flatness_offered_at' | 'gap_passed' | 'emergency_opened_at' | 'reminder_offered',
  at: string,
): Promise<void> {
  await setMeta(phone, key, at).catch(() => undefined)
}
