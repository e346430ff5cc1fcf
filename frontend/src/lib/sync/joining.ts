import { connect, unwrap } from '../api/client.ts'
import type { Database } from '../db/database.ts'
import { metaIn } from '../db/meta.ts'
import type { ReadTransaction } from '../db/schema.ts'
import type { Account, Joining } from '../db/types.ts'

/** What cannot be done now, and can be later. Any other no is for good: the ticket is spent or too old. */
const LATER = [401, 403, 429]

/**
 * The last step of joining: once all that this phone holds lies with its new account, the anonymous one it came
 * from ends. Asked twice it changes nothing. Throws Offline or ApiError.
 */
export async function endFormer(database: Database, origin?: string): Promise<void> {
  const due = await database.read(['meta'], whatIsDue)
  if (!due) return
  const { ticket, csrf_token } = due
  const body = { ticket }
  const ended = await connect(csrf_token, origin).POST('/api/v1/account/merged/', { body })
  const { status } = ended.response
  if (status >= 500 || LATER.includes(status)) unwrap(ended)
  await database.write(['meta'], async (tx) => {
    const joining = await metaIn(tx, 'joining')
    if (joining?.ticket === ticket) await tx.objectStore('meta').delete('joining')
  })
}

interface Due {
  ticket: string
  csrf_token: string
}

async function whatIsDue(tx: ReadTransaction): Promise<Due | undefined> {
  const sync = await metaIn(tx, 'sync')
  const account = await metaIn(tx, 'account')
  const joining = await metaIn(tx, 'joining')
  return account && joining && sync?.acknowledged ? dueOf(account, joining) : undefined
}

function dueOf({ id, csrf_token }: Account, { ticket, from }: Joining): Due | undefined {
  return ticket && from !== id ? { ticket, csrf_token } : undefined
}
