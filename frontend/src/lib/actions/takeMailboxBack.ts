import { phone } from '../db/database.ts'
import { takeBack } from '../sync/mailbox.ts'

/** The server forgets the address. Throws Offline or ApiError. */
export function takeMailboxBack(): Promise<void> {
  return takeBack(phone)
}
