import type { Door } from '../api/allauth.ts'
import * as ways from '../auth/ways.ts'
import { phone } from '../db/database.ts'
import { refreshAccount } from '../sync/account.ts'
import { signedIn } from '../sync/session.ts'

export type { AppSecret, Passkey } from '../auth/ways.ts'

/** All throw Offline, ApiError, or Refused; `proof` when the person first has to show again that it is them. */

export const addPasskey = (name: string) => changed((door) => ways.addPasskey(door, name))
export const removePasskey = (id: number) => changed((door) => ways.removePasskey(door, id))
export const listPasskeys = async () => ways.passkeys(await signedIn())
export const addEmail = (email: string) => changed((door) => ways.addEmail(door, email))
export const removeEmail = (email: string) => changed((door) => ways.removeEmail(door, email))
export const verifyEmail = (code: string) => changed((door) => ways.verifyEmail(door, code))
export const setPassword = (next: string, current?: string) =>
  changed((door) => ways.setPassword(door, next, current))
export const beginApp = async () => ways.appSecret(await signedIn())
export const addApp = (code: string) => changed((door) => ways.addApp(door, code))
export const removeApp = () => changed((door) => ways.removeApp(door))
export const makeRecoveryCodes = () => changed((door) => ways.recoveryCodes(door))

/** The screens say what ways there are from what is known of the account: it is asked for anew. */
async function changed<T>(change: (door: Door) => Promise<T>): Promise<T> {
  const done = await change(await signedIn())
  await refreshAccount(phone).catch(() => undefined)
  return done
}
