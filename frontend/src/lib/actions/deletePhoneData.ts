import { endForgotten } from '../auth/leave.ts'
import { clearEverything } from '../db/account.ts'
import { phone } from '../db/database.ts'
import { tellEmptied } from '../emptied.ts'
import { forgetAll } from '../keys.ts'
import { letGo } from '../push/subscription.ts'

/** Everything Thaw holds on this phone, notes included, and its session. A copy that can be opened stays there. */
export async function deletePhoneData(): Promise<void> {
  tellEmptied()
  await clearEverything(phone)
  forgetAll()
  sessionStorage.clear()
  await letGo()
  endSession()
}

/** Nobody waits for it; the next start, and whoever signs in here, makes sure of it. */
function endSession(): void {
  endForgotten(phone).catch(() => {
    addEventListener('online', endSession, { once: true })
  })
}
