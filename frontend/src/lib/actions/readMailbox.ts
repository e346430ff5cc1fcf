import { phone } from '../db/database.ts'
import { mailboxOf, type Mailbox } from '../sync/mailbox.ts'

export type { Mailbox }

/** Asked of the server each time. Throws Offline or ApiError. */
export function readMailbox(): Promise<Mailbox> {
  return mailboxOf(phone)
}
