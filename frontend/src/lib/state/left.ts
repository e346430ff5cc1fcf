import type { Readable } from 'svelte/store'
import { phone } from '../db/database.ts'
import { live } from '../db/live.ts'
import { getMeta } from '../db/meta.ts'
import type { LeftAccount, Ways } from '../db/types.ts'

/** The account that this phone logged out of. undefined: not read yet; null: there is none. */
export function leftAccount(): Readable<LeftAccount | null | undefined> {
  return live(['meta'], async () => (await getMeta(phone, 'left')) ?? null)
}

/** Whether somebody without a signed-in phone gets in. A password goes with an address, and an app with a password. */
export function hasWayBack(ways: Ways | undefined): boolean {
  return ways !== undefined && (ways.passkeys > 0 || ways.email_verified || ways.recovery_codes > 0)
}
