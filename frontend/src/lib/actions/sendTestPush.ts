import { sendTest } from '../push/subscription.ts'

/** Throws Offline or ApiError. */
export function sendTestPush(): Promise<void> {
  return sendTest()
}
