import { doorFor } from '../auth/enter.ts'
import { byNewPassword, mailNewPassword } from '../auth/sign-in.ts'
import { phone } from '../db/database.ts'
import { signIn, type Next } from './signIn.ts'

/** A code goes to the address; 'in' when the phone is in already. Throws Offline, Refused or ApiError. */
export async function forgotPassword(email: string): Promise<'in' | 'sent'> {
  const door = await doorFor(phone)
  if (!door) return 'in'
  await mailNewPassword(door, email)
  return 'sent'
}

/** With the code from the mail; that signs the phone in. */
export function choosePassword(code: string, password: string): Promise<Next> {
  return signIn(byNewPassword(code, password))
}
