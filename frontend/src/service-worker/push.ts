import { connect } from '../lib/api/client.ts'
import { sendSubscription } from '../lib/api/push.ts'
import { phone } from '../lib/db/database.ts'
import { getMeta } from '../lib/db/meta.ts'
import { parsePayload, type Payload } from './payload.ts'
import { respond } from './respond.ts'

declare const self: ServiceWorkerGlobalScope

/** Two are all that browsers show; a tap on the notification itself opens. */
const ACTIONS = [
  { action: 'later', title: 'Later' },
  { action: 'not_today', title: 'Not today' },
]

export function answerPushes(): void {
  self.addEventListener('push', (event) => {
    const payload = parsePayload(event.data?.text())
    event.waitUntil(show(payload).then(() => respond(payload, 'shown')))
  })
  self.addEventListener('pushsubscriptionchange', (event) => {
    ;(event as ExtendableEvent).waitUntil(resubscribe())
  })
}

async function show(payload: Payload): Promise<void> {
  const { title, body, tag, lang, silent, delivery } = payload
  await self.registration.showNotification(title, {
    body,
    lang: lang ?? 'en',
    silent: silent ?? false,
    icon: '/static/icons/icon-192.png',
    badge: '/static/icons/monochrome-512.png',
    data: payload,
    ...(tag !== undefined && { tag }),
    ...(delivery !== undefined && { actions: ACTIONS }),
  })
}

async function resubscribe(): Promise<void> {
  const account = await getMeta(phone, 'account')
  if (account) await sendSubscription(connect(account.csrf_token), self.registration)
}
