import { connect, unwrap } from '../api/client.ts'
import { adoptAccount, ensureDevice, forgetAccount } from '../db/account.ts'
import type { Database } from '../db/database.ts'
import { getMeta } from '../db/meta.ts'
import { signedIn } from './session.ts'

/** A lost answer is no second account: the session is here, so the account is only asked for again. */
export async function enrol(database: Database, origin?: string): Promise<void> {
  const opened = await bringDevice(database, undefined, origin)
  if (opened.response.status === 403) await attach(database, origin)
  else await adoptAccount(database, unwrap(opened))
}

/** Signed in: this phone becomes a device of the account. A second time it changes nothing. */
export async function attach(database: Database, origin?: string): Promise<void> {
  const { csrf_token } = await signedIn(origin)
  await adoptAccount(database, unwrap(await bringDevice(database, csrf_token, origin)))
}

async function bringDevice(database: Database, csrfToken: string | undefined, origin?: string) {
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const device = await ensureDevice(database, deviceLabel())
  const body = { locale, time_zone: timeZone, device }
  return connect(csrfToken, origin).POST('/api/v1/account/', { body })
}

/** Also brings a fresh CSRF token. Throws ApiError 401 or 403 when the session is over. */
export async function refreshAccount(database: Database, origin?: string): Promise<void> {
  const account = unwrap(await connect(undefined, origin).GET('/api/v1/account/'))
  await adoptAccount(database, account)
}

export async function endAccount(database: Database, origin?: string): Promise<void> {
  const account = await getMeta(database, 'account')
  if (account) {
    const ended = await connect(account.csrf_token, origin).DELETE('/api/v1/account/')
    // 401: another device was first.
    if (ended.response.status !== 401) unwrap(ended)
  }
  await forgetAccount(database)
}

/** A name the person knows this device by in the list of devices; it says no more than the family. */
function deviceLabel(): string {
  const agent = navigator.userAgent
  const families = ['iPhone', 'iPad', 'Android', 'Windows', 'Macintosh', 'Linux']
  return families.find((family) => agent.includes(family)) ?? 'Phone'
}
