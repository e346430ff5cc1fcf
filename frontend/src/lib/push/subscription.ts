import { connect, unwrap, type Api } from '../api/client.ts'
import { sendSubscription } from '../api/push.ts'
import type { components } from '../api/schema.d.ts'
import { phone } from '../db/database.ts'
import { getMeta } from '../db/meta.ts'
import { ApiError, Offline } from '../errors.ts'
import { isSupported } from './support.ts'
import { watchForUpdate } from '../renewal.ts'
import { keepWorker, workingWorker } from './worker.ts'

export type Sent = components['schemas']['TestPush']

export async function subscribe(): Promise<'subscribed' | 'denied' | 'unsupported'> {
  if (!isSupported()) return 'unsupported'
  if ((await Notification.requestPermission()) !== 'granted') return 'denied'
  await renew(await signedIn())
  return 'subscribed'
}

/** At each start: a browser may drop a subscription, and a server may change its key, without a word. */
export async function renewAtStart(): Promise<void> {
  const account = await getMeta(phone, 'account')
  if (account && isSupported() && Notification.permission === 'granted')
    await renew(connect(account.csrf_token))
}

/**
 * Make this phone one that can be reached: a subscription that holds, and where the browser gives none, a worker
 * registered anew first. Throws Offline, ApiError, or what the browser says.
 */
export async function repair(): Promise<void> {
  const api = await signedIn()
  try {
    await renew(api)
  } catch (error) {
    if (error instanceof Offline || error instanceof ApiError) throw error
    await unsubscribe()
    await (await navigator.serviceWorker.getRegistration())?.unregister()
    await keepWorker(watchForUpdate)
    await renew(api)
  }
}

export async function unsubscribe(): Promise<void> {
  if (!isSupported()) return
  const registration = await navigator.serviceWorker.getRegistration()
  const subscription = await registration?.pushManager.getSubscription()
  await subscription?.unsubscribe()
}

/** On leaving. A browser that refuses stops nobody: the server forgets the address with the device. */
export async function letGo(): Promise<void> {
  await unsubscribe().catch(() => undefined)
}

/** What the vendor made of a trial message; none where the server knows no address of this phone. */
export async function sendTest(): Promise<Sent | undefined> {
  const [sent] = unwrap(await (await signedIn()).POST('/api/v1/push/test/'))
  return sent
}

export async function signedIn(): Promise<Api> {
  const account = await getMeta(phone, 'account')
  if (!account) throw new ApiError(401, 'Reminders need an account first.')
  return connect(account.csrf_token)
}

async function renew(api: Api): Promise<void> {
  await sendSubscription(api, await workingWorker())
}
