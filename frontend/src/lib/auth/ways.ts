import {
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
} from '@simplewebauthn/browser'
import { ask, type Door } from '../api/allauth.ts'
import { connect, unwrap } from '../api/client.ts'
import { Refused } from '../refused.ts'
import { prompted } from './prompted.ts'
import { typed } from './typed.ts'

/** Ways to open the account again. All throw Offline, Refused (`proof`: first show that it is you) or ApiError. */

export interface Passkey {
  id: number
  name: string
}

interface Options {
  creation_options: { publicKey: PublicKeyCredentialCreationOptionsJSON }
}

export async function addPasskey(door: Door, name: string): Promise<void> {
  const path = 'account/authenticators/webauthn'
  const { data } = await ask<Options>(door, 'GET', `${path}?passwordless`)
  const optionsJSON = data.creation_options.publicKey
  const credential = await prompted(() => startRegistration({ optionsJSON }))
  await ask(door, 'POST', path, { name, credential })
}

export async function passkeys(door: Door): Promise<Passkey[]> {
  const { data } = await ask<Passkey[]>(door, 'GET', 'account/authenticators')
  const all = data as (Passkey & { type?: string })[]
  return all.filter(({ type }) => type === 'webauthn')
}

export async function removePasskey(door: Door, id: number): Promise<void> {
  await ask(door, 'DELETE', 'account/authenticators/webauthn', { authenticators: [id] })
}

/** A code goes to the address. */
export async function addEmail(door: Door, email: string): Promise<void> {
  await ask(door, 'POST', 'account/email', { email })
}

/** Refused while it is the only way in. The password goes with it. */
export async function removeEmail(door: Door, email: string): Promise<void> {
  await ask(door, 'DELETE', 'account/email', { email })
}

export async function verifyEmail(door: Door, key: string): Promise<void> {
  await ask(door, 'POST', 'auth/email/verify', { key: typed(key) })
}

export async function setPassword(door: Door, next: string, current?: string): Promise<void> {
  const body = { new_password: next, ...(current !== undefined && { current_password: current }) }
  await ask(door, 'POST', 'account/password/change', body)
}

export interface AppSecret {
  secret: string
  totp_url: string
}

/** What the app is to know; it counts once a code of the app was shown. Undefined: there is an app already. */
export async function appSecret(door: Door): Promise<AppSecret | undefined> {
  const { status, meta } = await ask(door, 'GET', 'account/authenticators/totp')
  return status === 404 ? (meta as unknown as AppSecret) : undefined
}

export async function addApp(door: Door, code: string): Promise<void> {
  await ask(door, 'POST', 'account/authenticators/totp', { code: typed(code) })
}

export async function removeApp(door: Door): Promise<void> {
  await ask(door, 'DELETE', 'account/authenticators/totp')
}

/** A new set; those from before end. Nobody can see them again. */
export async function recoveryCodes({ csrf_token, origin }: Door): Promise<string[]> {
  const made = await connect(csrf_token, origin).POST('/api/v1/account/recovery-codes/')
  // As allauth says it: the session is good, and is to show again that it is the person's.
  if (made.response.status === 403) throw new Refused('proof')
  return unwrap(made).codes
}
