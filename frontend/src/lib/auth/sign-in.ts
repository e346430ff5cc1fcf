import {
  startAuthentication,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { ask, type Door, type Said } from '../api/allauth.ts'
import { connect, unwrap } from '../api/client.ts'
import { inTurn } from '../api/turn.ts'
import { Refused } from '../refused.ts'
import type { Proof } from './enter.ts'
import { prompted } from './prompted.ts'
import { typed } from './typed.ts'

/** What the person proves it with: each is handed to `enter`. They throw Offline, Refused or ApiError. */

export const byPasskey: Proof = (door) => askTheLock(door, 'auth/webauthn/login')

export const byPasskeyToo: Proof = (door) => askTheLock(door, 'auth/webauthn/authenticate')

export function byMailedCode(code: string): Proof {
  return (door) => ask(door, 'POST', 'auth/code/confirm', { code: typed(code) })
}

export function byPassword(email: string, password: string): Proof {
  return (door) => ask(door, 'POST', 'auth/login', { email, password })
}

/** The second proof: six digits of the app, or a recovery code. */
export function byCodeToo(code: string): Proof {
  return (door) => ask(door, 'POST', 'auth/2fa/authenticate', { code: typed(code) })
}

/** A recovery code is enough on its own; this is ours, not allauth's. */
export function byRecoveryCode(code: string): Proof {
  return async ({ csrf_token, origin }) => {
    const body = { code }
    const asked = await inTurn(() =>
      connect(csrf_token, origin).POST('/api/v1/account/recover/', { body }),
    )
    if (asked.response.status === 400) throw new Refused('incorrect_code')
    unwrap(asked)
    return { status: 200, data: {}, meta: {}, errors: [] }
  }
}

/** A code goes to the address if an account has it; the answer is the same if none has. */
export async function mailCode(door: Door, email: string): Promise<void> {
  await ask(door, 'POST', 'auth/code/request', { email })
}

export async function mailNewPassword(door: Door, email: string): Promise<void> {
  await ask(door, 'POST', 'auth/password/request', { email })
}

/** The code that was mailed proves it, and the new password holds from then on. */
export function byNewPassword(code: string, password: string): Proof {
  return (door) => ask(door, 'POST', 'auth/password/reset', { key: typed(code), password })
}

interface Options {
  request_options: { publicKey: PublicKeyCredentialRequestOptionsJSON }
}

/** The phone's own lock answers what the server asks. */
export async function askTheLock(door: Door, path: string): Promise<Said<object>> {
  const { data } = await ask<Options>(door, 'GET', path)
  const optionsJSON = data.request_options.publicKey
  const credential = await prompted(() => startAuthentication({ optionsJSON }))
  return ask(door, 'POST', path, { credential })
}
