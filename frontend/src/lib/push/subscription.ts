import { connect, unwrap, type Api } from '../api/client.ts'
import { sendSubscription } from '../api/push.ts'
import { phone } from '../db/database.ts'
import { getMeta } from '../db/meta.ts'
import { ApiError } from '../errors.ts'
import { isSupported } from './support.ts'

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

export async function unsubscribe(): Promise<void> {
  if (!isSupported()) return
  const registration = await navigator.serviceWorker.getRegistration()
  const subscription = await registration?.pushManager.getSubscription()
  await subscription?.unsubscribe()
}

export async function sendTest(): Promise<void> {
  unwrap(await (await signedIn()).POST('/api/v1/push/test/'))
}

async function signedIn(): Promise<Api> {
  const account = await getMeta(phone, 'account')
  if (!account) throw new ApiError(401, 'Reminders need an account first.')
  return connect(account.csrf_token)
}

async function renew(api: Api): Promise<void> {
  await sendSubscription(api, await navigator.serviceWorker.ready)
}
