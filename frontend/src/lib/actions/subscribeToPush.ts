import { subscribe } from '../push/subscription.ts'

export type PushOutcome = 'subscribed' | 'denied' | 'unsupported'

/** Call it in a click: browsers ask for permission only then. Throws Offline or ApiError. */
export function subscribeToPush(): Promise<PushOutcome> {
  return subscribe()
}
