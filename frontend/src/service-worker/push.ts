import { connect } from '../lib/api/client.ts'
import { sendSubscription } from '../lib/api/push.ts'
import { phone } from '../lib/db/database.ts'
import { getMeta, setMeta } from '../lib/db/meta.ts'
import { isOver, isQuietHour } from './hush.ts'
import { payloadOf, type Payload } from './payload.ts'
import { respond } from './respond.ts'

declare const self: ServiceWorkerGlobalScope

/** Two are all that browsers show; a tap on the notification itself opens. */
const LATER = { action: 'later', title: 'Later' }
const NOT_TODAY = { action: 'not_today', title: 'Not today' }
/** How much later; the server decides, and sends nothing in the quiet hours. */
const LATER_MS = 30 * 60_000
const OVER = 'This was already on its way. There is nothing to do.'

export function answerPushes(): void {
  self.addEventListener('push', (event) => {
    event.waitUntil(arrive(payloadOf(event)))
  })
  self.addEventListener('pushsubscriptionchange', (event) => {
    ;(event as ExtendableEvent).waitUntil(resubscribe())
  })
}

/** Shown whatever else fails. */
async function arrive(payload: Payload): Promise<void> {
  const over = await isOver(payload, new Date()).catch(() => false)
  if (over) await showOver(payload)
  else await show(payload, await isInFront().catch(() => false))
  const at = new Date().toISOString()
  const trial = payload.delivery === undefined
  await setMeta(phone, 'push_shown', { at, trial }).catch(() => undefined)
  await respond(payload, 'shown')
}

/** With Thaw in front it makes no sound: somebody is here, and perhaps in the middle of something. */
async function show(payload: Payload, inFront: boolean): Promise<void> {
  const { title, body, delivery } = payload
  const asked = delivery !== undefined
  await self.registration.showNotification(title, {
    ...looksOf(payload),
    body,
    silent: payload.silent ?? (asked && inFront),
    data: payload,
    ...(asked && { actions: await actionsAt(new Date()) }),
  })
}

/** No later that would come to nothing. */
async function actionsAt(now: Date): Promise<(typeof LATER)[]> {
  const quiet = await isQuietHour(new Date(now.getTime() + LATER_MS)).catch(() => false)
  return quiet ? [NOT_TODAY] : [LATER, NOT_TODAY]
}

async function showOver(payload: Payload): Promise<void> {
  const data = { ...payload, navigate: '/' }
  const looks = looksOf(payload)
  await self.registration.showNotification(payload.title, {
    ...looks,
    body: OVER,
    silent: true,
    data,
  })
}

/** One occurrence has one tag: a second message of it takes the place of the first. */
function looksOf({ tag, lang }: Payload): NotificationOptions {
  return {
    lang: lang ?? 'en',
    icon: '/static/icons/icon-192.png',
    badge: '/static/icons/monochrome-512.png',
    ...(tag !== undefined && { tag }),
  }
}

async function isInFront(): Promise<boolean> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  return windows.some(({ visibilityState }) => visibilityState === 'visible')
}

async function resubscribe(): Promise<void> {
  const account = await getMeta(phone, 'account')
  if (account) await sendSubscription(connect(account.csrf_token), self.registration)
}
