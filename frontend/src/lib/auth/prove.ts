import { ask, type Door } from '../api/allauth.ts'
import { askTheLock } from './sign-in.ts'
import { typed } from './typed.ts'

/** Signed in already, and asked once more who it is. */
export const prove = {
  byPasskey: (door: Door) => askTheLock(door, 'auth/webauthn/reauthenticate'),
  byPassword: (door: Door, password: string) =>
    ask(door, 'POST', 'auth/reauthenticate', { password }),
  /** Of the app, or a recovery code. */
  byCode: (door: Door, code: string) =>
    ask(door, 'POST', 'auth/2fa/reauthenticate', { code: typed(code) }),
}
