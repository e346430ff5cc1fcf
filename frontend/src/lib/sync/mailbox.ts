import type { components } from '../api/schema.d.ts'
import { connect, unwrap, type Api } from '../api/client.ts'
import type { Database } from '../db/database.ts'
import { getMeta } from '../db/meta.ts'

export type Mailbox = components['schemas']['MailAddress']

/** Where reminders go when no phone can be reached. Throws Offline or ApiError, as the others do. */
export async function mailboxOf(database: Database, origin?: string): Promise<Mailbox> {
  return unwrap(await (await signedIn(database, origin)).GET('/api/v1/email/'))
}

/** Its owner gets a mail to say yes to; the same address again sends that mail again. */
export async function give(database: Database, address: string, origin?: string): Promise<Mailbox> {
  const api = await signedIn(database, origin)
  return unwrap(await api.PUT('/api/v1/email/', { body: { address } }))
}

export async function takeBack(database: Database, origin?: string): Promise<void> {
  unwrap(await (await signedIn(database, origin)).DELETE('/api/v1/email/'))
}

async function signedIn(database: Database, origin?: string): Promise<Api> {
  const account = await getMeta(database, 'account')
  return connect(account?.csrf_token, origin)
}
