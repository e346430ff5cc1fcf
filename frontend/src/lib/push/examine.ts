import { unwrap, type Api } from '../api/client.ts'
import { fingerprintOf, isOfKey, type KnownSubscription } from '../api/push.ts'
import { phone } from '../db/database.ts'
import { getMeta } from '../db/meta.ts'
import { ApiError } from '../errors.ts'
import { signedIn } from './subscription.ts'
import { isSupported } from './support.ts'

/** All that has to be so for a reminder to arrive, as far as it can be seen from here. */
export interface Reach {
  permission: 'unsupported' | NotificationPermission
  /** 'beside': it runs, but this page was loaded past it. */
  worker: 'none' | 'beside' | 'here'
  subscribed: boolean
  server: 'no_account' | 'no_answer' | 'signed_out' | 'answered'
  /** Only what the server said: undefined while it has not. */
  sameKey?: boolean
  /** What the server knows of this very subscription. */
  known?: KnownSubscription | undefined
}

export async function examine(): Promise<Reach> {
  if (!isSupported())
    return { permission: 'unsupported', worker: 'none', subscribed: false, server: 'no_account' }
  const registration = await navigator.serviceWorker.getRegistration()
  const subscription = await registration?.pushManager.getSubscription()
  return {
    permission: Notification.permission,
    worker: workerOf(registration),
    subscribed: subscription != null,
    ...(await asked(subscription ?? undefined)),
  }
}

function workerOf(registration: ServiceWorkerRegistration | undefined): Reach['worker'] {
  if (!registration?.active) return 'none'
  return navigator.serviceWorker.controller ? 'here' : 'beside'
}

type Answer = Pick<Reach, 'server' | 'sameKey' | 'known'>

async function asked(subscription: PushSubscription | undefined): Promise<Answer> {
  if (!(await getMeta(phone, 'account'))) return { server: 'no_account' }
  try {
    return await answerFor(await signedIn(), subscription)
  } catch (error) {
    const signedOut = error instanceof ApiError && [401, 403].includes(error.status)
    return { server: signedOut ? 'signed_out' : 'no_answer' }
  }
}

async function answerFor(api: Api, subscription: PushSubscription | undefined): Promise<Answer> {
  const all = unwrap(await api.GET('/api/v1/push/subscriptions/'))
  if (!subscription) return { server: 'answered' }
  const { key_id, public_key } = unwrap(await api.GET('/api/v1/push/key/'))
  const fingerprint = await fingerprintOf(subscription.endpoint)
  const known = all.find((one) => one.fingerprint === fingerprint)
  // The browser's own word, and what it was made with by the server's.
  const sameKey = isOfKey(subscription, public_key) && (known?.key_id ?? key_id) === key_id
  return { server: 'answered', sameKey, known }
}
