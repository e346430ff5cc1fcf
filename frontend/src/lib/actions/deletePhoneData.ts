import { clearEverything } from '../db/account.ts'
import { phone } from '../db/database.ts'
import { forgetAll } from '../keys.ts'
import { unsubscribe } from '../push/subscription.ts'

/** Everything Thaw holds on this phone, notes included. What the server has stays there. */
export async function deletePhoneData(): Promise<void> {
  await clearEverything(phone)
  forgetAll()
  sessionStorage.clear()
  await unsubscribe()
}
