import { prove } from '../auth/prove.ts'
import { signedIn } from '../sync/session.ts'

/** Show again that it is you, before a way in is changed. Throw Offline, Refused or ApiError. */

export const proveWithPasskey = async () => prove.byPasskey(await signedIn())
export const proveWithPassword = async (password: string) =>
  prove.byPassword(await signedIn(), password)
export const proveWithCode = async (code: string) => prove.byCode(await signedIn(), code)
