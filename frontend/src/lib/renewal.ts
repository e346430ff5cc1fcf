import { update } from './state/update.svelte.ts'

const RECOVERED = 'thaw-recovered-at'
const ONCE_MS = 60_000

let watched: ServiceWorkerRegistration | undefined
let reloading = false

/** Say when a new build is there, and look for one whenever Thaw is shown: it may stay open for weeks. */
export function watchForUpdate(registration: ServiceWorkerRegistration): void {
  if (!watched) document.addEventListener('visibilitychange', lookForUpdate)
  watched = registration
  look()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look)
  })
}

function lookForUpdate(): void {
  if (document.visibilityState === 'visible') watched?.update().catch(() => undefined)
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
 * not again at once, since a chunk that is missing there too is another fault. On a first visit it is the network, and
 * without a worker a reload might lose the page for good. Returns whether it reloads.
 */
export function recover(): boolean {
  if (!('serviceWorker' in navigator) || !navigator.serviceWorker.controller) return false
  const last = Number(sessionStorage.getItem(RECOVERED) ?? 0)
  if (Date.now() - last < ONCE_MS) return false
  sessionStorage.setItem(RECOVERED, String(Date.now()))
  applyUpdate()
  return true
}

function look(): void {
  // Without a controller this is the first visit, not an update.
  if (navigator.serviceWorker.controller && watched?.waiting) update.ready = true
}

function reload(): void {
  if (!reloading) location.reload()
  reloading = true
}
