import { update } from './state/update.svelte.ts'

const RECOVERED = 'thaw-recovered-at'
const ONCE_MS = 60_000

let watched: ServiceWorkerRegistration | undefined
let reloading = false

/** Say when a new build is there, and look for one whenever Thaw is shown: it may stay open for weeks. */
export function watchForUpdate(registration: ServiceWorkerRegistration): void {
  watched = registration
  look()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined)
  })
}

/** Ask the waiting worker to take over, then reload once on its build. */
export function applyUpdate(): void {
  const waiting = watched?.waiting
  // Without one another tab was first: the new build is there already.
  if (!waiting) {
    reload()
    return
  }
  navigator.serviceWorker.addEventListener('controllerchange', reload)
  waiting.postMessage({ type: 'SKIP_WAITING' })
}

/**
 * A lazy chunk is gone: this page runs a build older than the two that are kept. Reload on the newest, and
 * not again at once, since a chunk that is missing there too is another fault. Without a worker and without a
 * network a reload would lose the page for good.
 */
export function recover(): void {
  if (!navigator.onLine && !navigator.serviceWorker.controller) return
  const last = Number(sessionStorage.getItem(RECOVERED) ?? 0)
  if (Date.now() - last < ONCE_MS) return
  sessionStorage.setItem(RECOVERED, String(Date.now()))
  applyUpdate()
}

function look(): void {
  // Without a controller this is the first visit, not an update.
  if (navigator.serviceWorker.controller && watched?.waiting) update.ready = true
}

function reload(): void {
  if (!reloading) location.reload()
  reloading = true
}
