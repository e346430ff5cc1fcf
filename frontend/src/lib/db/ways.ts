import type { Ways } from './types.ts'

/** Whether somebody without a signed-in phone gets in. A password goes with an address, and an app with a password. */
export function hasWayBack(ways: Ways | undefined): boolean {
  return ways !== undefined && (ways.passkeys > 0 || ways.email_verified || ways.recovery_codes > 0)
}
