import { phone } from '../db/database.ts'
import { setMeta } from '../db/meta.ts'

/** A fact of this phone, not of the account. */
export async function setVibration(on: boolean): Promise<void> {
  await setMeta(phone, 'vibration', on)
}
