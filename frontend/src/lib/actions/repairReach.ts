import { repair } from '../push/subscription.ts'

/** A subscription that holds. Throws Offline, ApiError, or what the browser says when it gives none. */
export function repairReach(): Promise<void> {
  return repair()
}
