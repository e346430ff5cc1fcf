import { phone } from '../db/database.ts'
import { give, type Mailbox } from '../sync/mailbox.ts'

/** Only after the person agreed. Throws Offline or ApiError; asking twice sends the mail again. */
export function giveMailbox(address: string): Promise<Mailbox> {
  return give(phone, address)
}
