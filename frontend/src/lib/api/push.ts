import { ApiError } from '../errors.ts'
import { alone } from '../alone.ts'
import { within } from '../within.ts'
import { unwrap, type Api } from './client.ts'
import type { components } from './schema.d.ts'

/** For the browser to get an address from its maker's message service. */
const PATIENCE_SECONDS = 30
const LOCK_PATIENCE_MS = 60_000

export type KnownSubscription = components['schemas']['Subscription']

/**
 * Make sure that this browser has a subscription of the server's present key, and that the server knows it;
 * sent again it is the same subscription. One that its vendor has given up gives way to a new one. Needs
 * permission. Throws Offline or ApiError, and what the browser throws when it gets no address.
 */
export async function sendSubscription(
  api: Api,
  { pushManager }: ServiceWorkerRegistration,
): Promise<void> {
  // Of two at once, each ended the other's, and the server might keep the one that was ended.
  await alone(navigator.locks, 'thaw-push', LOCK_PATIENCE_MS, async () => {
    const { key_id, public_key } = unwrap(await api.GET('/api/v1/push/key/'))
    const key = bytesOf(public_key)
    const kept = await send(api, await current(pushManager, key), key_id)
    if (kept.retired_at) await send(api, await anew(pushManager, key), key_id)
  })
}

/** Whether a subscription was made with this public key of the server. */
export function isOfKey(subscription: PushSubscription, publicKey: string): boolean {
  return sameKey(subscription.options.applicationServerKey, bytesOf(publicKey))
}

/** How the server names an endpoint without repeating it: SHA-256, hex. */
export async function fingerprintOf(endpoint: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function send(
  api: Api,
  subscription: PushSubscription,
  key_id: string,
): Promise<KnownSubscription> {
  const { endpoint, expirationTime, keys } = subscription.toJSON()
  const { p256dh, auth } = keys ?? {}
  if (!endpoint || !p256dh || !auth)
    throw new ApiError(400, 'This browser made no usable subscription.')
  const body = { endpoint, expirationTime: expirationTime ?? null, keys: { p256dh, auth }, key_id }
  return unwrap(await api.POST('/api/v1/push/subscriptions/', { body }))
}

/** A subscription made with another key is dead weight: the push service would refuse every message. */
async function current(
  manager: PushManager,
  key: Uint8Array<ArrayBuffer>,
): Promise<PushSubscription> {
  const known = await manager.getSubscription()
  if (known && sameKey(known.options.applicationServerKey, key)) return known
  return anew(manager, key)
}

async function anew(
  manager: PushManager,
  applicationServerKey: Uint8Array<ArrayBuffer>,
): Promise<PushSubscription> {
  await (await manager.getSubscription())?.unsubscribe()
  const made = manager.subscribe({ userVisibleOnly: true, applicationServerKey })
  return within(PATIENCE_SECONDS, made, 'The browser’s message service did not answer.')
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
