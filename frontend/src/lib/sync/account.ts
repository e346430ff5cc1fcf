import { connect, unwrap } from '../api/client.ts'
import { inTurn } from '../api/turn.ts'
import { adoptAccount, ensureDevice, forgetAccount, renewAccount } from '../db/account.ts'
import type { Database } from '../db/database.ts'
import { getMeta } from '../db/meta.ts'
import type { Account } from '../db/types.ts'
import { Refused } from '../refused.ts'
import { askForAccount } from './apply.ts'
import { signedIn, visit } from './session.ts'

/** A lost answer is no second account: the session is here, so the account is only asked for again. */
export async function enrol(database: Database, origin?: string): Promise<void> {
  const opened = await bringDevice(database, undefined, origin)
  if (opened.response.status === 403) await attach(database, origin)
  else await adoptAccount(database, unwrap(opened))
}

/** Signed in: this phone becomes a device of the account. A second time it changes nothing. */
export async function attach(database: Database, origin?: string): Promise<Account> {
  const { csrf_token } = await signedIn(origin)
  const account = unwrap(await bringDevice(database, csrf_token, origin))
  await adoptAccount(database, account)
  return account
}

async function bringDevice(database: Database, csrfToken: string | undefined, origin?: string) {
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const device = await ensureDevice(database, deviceLabel())
  const body = { locale, time_zone: timeZone, device }
  return inTurn(() => connect(csrfToken, origin).POST('/api/v1/account/', { body }))
}

/** Also brings a fresh CSRF token. Throws ApiError 401 or 403 when the session is over. */
export async function refreshAccount(database: Database, origin?: string): Promise<void> {
  const before = await getMeta(database, 'account')
  if (!before) return
  const account = unwrap(await connect(undefined, origin).GET('/api/v1/account/'))
  await renewAccount(database, account, before)
}

/** Throws Offline, ApiError, or Refused `over` when this phone is signed out: the copy may well be there still. */
export async function endAccount(database: Database, origin?: string): Promise<void> {
  const account = await getMeta(database, 'account')
  if (account && !(await deleteRows(account.csrf_token, origin))) {
    const token = await freshToken(database, account.csrf_token, origin)
    unwrap(await inTurn(() => connect(token, origin).DELETE('/api/v1/account/')))
  }
  await forgetAccount(database)
}

/** Whether it was done. If not, the session is over, or only the token is. */
async function deleteRows(csrfToken: string, origin?: string): Promise<boolean> {
  const ended = await inTurn(() => connect(csrfToken, origin).DELETE('/api/v1/account/'))
  if ([401, 403].includes(ended.response.status)) return false
  unwrap(ended)
  return true
}

/** A Wi-Fi that wants a login says 401 as well, so the server itself is asked who this phone is. */
async function freshToken(database: Database, csrfToken: string, origin?: string): Promise<string> {
  const { signed_in, csrf_token } = await visit(origin)
  if (signed_in) return csrf_token
  await askForAccount(database, csrfToken)
  throw new Refused('over')
}

/** A name the person knows this device by in the list of devices; it says no more than the family. */
function deviceLabel(): string {
  const agent = navigator.userAgent
  const families = ['iPhone', 'iPad', 'Android', 'Windows', 'Macintosh', 'Linux']
  return families.find((family) => agent.includes(family)) ?? 'Phone'
}
