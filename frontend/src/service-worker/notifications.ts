import { phone } from '../lib/db/database.ts'
import { keepTarget } from '../lib/db/target.ts'
import type { Payload } from './payload.ts'
import { respond } from './respond.ts'
import { SHELL_ROUTES } from './routes.ts'

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
  const client = await frontScreen()
  const focused = client !== undefined && (await worked(client.focus()))
  const opened = !focused && (await worked(self.clients.openWindow(path)))
  await kept
  // One that could not come to the front may be all there is.
  if (!opened) client?.postMessage({ type: 'TARGET' })
}

function worked(attempt: Promise<unknown>): Promise<boolean> {
  return attempt.then(
    () => true,
    () => false,
  )
}

/** The one last in front; one that was reloaded past the worker is ours as well, the server's own pages are not. */
async function frontScreen(): Promise<WindowClient | undefined> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  return windows.find(({ url }) => {
    const { pathname } = new URL(url)
    return SHELL_ROUTES.some((route) => route.test(pathname))
  })
}
