import { ApiError } from '../errors.ts'
import { unwrap, type Api } from './client.ts'

/**
 * Make sure that this browser has a subscription of the server's present key, and that the server knows it;
 * sent again it is the same subscription. Needs permission. Throws Offline or ApiError.
 */
export async function sendSubscription(
  api: Api,
  { pushManager }: ServiceWorkerRegistration,
): Promise<void> {
  const { key_id, public_key } = unwrap(await api.GET('/api/v1/push/key/'))
  const subscription = await current(pushManager, bytesOf(public_key))
  const { endpoint, expirationTime, keys } = subscription.toJSON()
  const { p256dh, auth } = keys ?? {}
  if (!endpoint || !p256dh || !auth)
    throw new ApiError(400, 'This browser made no usable subscription.')
  const body = { endpoint, expirationTime: expirationTime ?? null, keys: { p256dh, auth }, key_id }
  unwrap(await api.POST('/api/v1/push/subscriptions/', { body }))
}

/** A subscription made with another key is dead weight: the push service would refuse every message. */
async function current(
  manager: PushManager,
  key: Uint8Array<ArrayBuffer>,
): Promise<PushSubscription> {
  const known = await manager.getSubscription()
  if (known && sameKey(known.options.applicationServerKey, key)) return known
  await known?.unsubscribe()
  return manager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
}

function sameKey(known: ArrayBuffer | null, key: Uint8Array): boolean {
  const bytes = new Uint8Array(known ?? new ArrayBuffer(0))
  return bytes.length === key.length && bytes.every((byte, index) => byte === key[index])
}

/** base64url without padding, as VAPID keys travel. */
function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const base64 = base64url.replaceAll('-', '+').replaceAll('_', '/')
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
