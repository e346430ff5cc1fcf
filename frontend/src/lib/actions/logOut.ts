import { logOut as leave } from '../auth/leave.ts'
import { phone } from '../db/database.ts'
import { letGo } from '../push/subscription.ts'

/**
 * This phone ends, the account stays, and everything stays on the phone. Throws Offline, ApiError, or Refused
 * `no_way_back`; then `anyway` deletes the server's copy, which nobody could ever open again.
 */
export async function logOut(anyway = false): Promise<void> {
  await leave(phone, { anyway })
  sessionStorage.clear()
  await letGo()
}
