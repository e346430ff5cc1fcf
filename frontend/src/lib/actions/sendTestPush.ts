import { sendTest, type Sent } from '../push/subscription.ts'

/** What the message service made of it; undefined when the server knows no address of this phone. Throws Offline or ApiError. */
export function sendTestPush(): Promise<Sent | undefined> {
  return sendTest()
}
