import { phone } from '../lib/db/database.ts'
import { keepTarget } from '../lib/db/target.ts'
import type { Payload } from './payload.ts'
import { respond } from './respond.ts'

declare const self: ServiceWorkerGlobalScope

export function answerNotifications(): void {
  self.addEventListener('notificationclick', (event) => {
    event.notification.close()
    const payload = event.notification.data as Payload
    const { action } = event
    if (action === 'later' || action === 'not_today') event.waitUntil(respond(payload, action))
    else event.waitUntil(Promise.all([open(payload.navigate), respond(payload, 'opened')]))
  })
}

/**
 * Stored first: a killed app on iOS starts at its start page whatever it is told. Then focus, which browsers
 * allow only while the tap is fresh, and the page goes there by itself.
 */
async function open(path: string): Promise<void> {
  const kept = keepTarget(phone, path, new Date())
  // The one last in front comes first; one that was reloaded past the worker is ours as well.
  const [client] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (!client) {
    await Promise.all([kept, self.clients.openWindow(path)])
    return
  }
  await client.focus()
  await kept
  client.postMessage({ type: 'TARGET' })
}
