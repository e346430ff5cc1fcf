import { doorFor, enter, type Next, type Proof } from '../auth/enter.ts'
import {
  byCodeToo,
  byMailedCode,
  byPasskey,
  byPasskeyToo,
  byPassword,
  byRecoveryCode,
  mailCode,
} from '../auth/sign-in.ts'
import { phone } from '../db/database.ts'
import { renewAtStart } from '../push/subscription.ts'
import { syncSoon } from '../sync/soon.ts'

export type { Next }

/** All throw Offline, Refused or ApiError; what lies on this phone goes into the account, and stays here. */

export const signInWithPasskey = () => signIn(byPasskey)
export const signInWithMailedCode = (code: string) => signIn(byMailedCode(code))
export const signInWithPassword = (email: string, password: string) =>
  signIn(byPassword(email, password))
export const signInWithRecoveryCode = (code: string) => signIn(byRecoveryCode(code))
/** The second proof, where there is one: of the app, a recovery code, or the lock of the phone. */
export const showCodeToo = (code: string) => signIn(byCodeToo(code))
export const showPasskeyToo = () => signIn(byPasskeyToo)

/** 'in' when an earlier try has come in meanwhile. */
export async function sendSignInCode(email: string): Promise<'in' | 'sent'> {
  const door = await doorFor(phone)
  if (!door) return 'in'
  await mailCode(door, email)
  return 'sent'
}

export async function signIn(prove: Proof): Promise<Next> {
  const next = await enter(phone, prove)
  if (next !== 'in') return next
  syncSoon()
  // Reminders come for the new account from now on; a browser that refuses says so on their own screen.
  renewAtStart().catch(() => undefined)
  return next
}
