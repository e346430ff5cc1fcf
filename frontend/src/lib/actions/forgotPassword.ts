import { doorFor } from '../auth/enter.ts'
import { mailNewPassword, setNewPassword } from '../auth/sign-in.ts'
import { phone } from '../db/database.ts'
import { signInWithPassword, type Next } from './signIn.ts'

/** A code goes to the address. Throws Offline, Refused or ApiError. */
export async function forgotPassword(email: string): Promise<void> {
  const door = await doorFor(phone)
  if (door) await mailNewPassword(door, email)
}

/** With the code from the mail; then the phone signs in with the new one. */
export async function choosePassword(code: string, password: string, email: string): Promise<Next> {
  const door = await doorFor(phone)
  if (!door) return 'in'
  await setNewPassword(door, code, password)
  return signInWithPassword(email, password)
}
