import { phone } from '../db/database.ts'
import { letGo } from '../push/subscription.ts'
import { endAccount } from '../sync/account.ts'

/** Every row on the server is gone at once; this phone keeps its own. Throws Offline or ApiError. */
export async function deleteAccount(): Promise<void> {
  await endAccount(phone)
  await letGo()
}
