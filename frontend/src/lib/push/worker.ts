import { within } from '../within.ts'

const PATIENCE_SECONDS = 20
const AGAIN_MS = 5_000
const LONGEST_MS = 600_000

/** The worker that makes Thaw start without a network. A browser without one still works online. */
export async function registerWorker(): Promise<ServiceWorkerRegistration | undefined> {
  if (!('serviceWorker' in navigator)) return undefined
  try {
    return await navigator.serviceWorker.register('/serviceworker.js', {
      scope: '/',
      // Firefox would otherwise take an old worker file from its cache.
      updateViaCache: 'none',
    })
  } catch {
    return undefined
  }
}

/**
 * Registers again, after twice the time each time, until a worker stands: on a first visit its file, or one of those it
 * keeps, may not come, and the browser itself asks for them once.
 */
export async function keepWorker(
  watch: (registration: ServiceWorkerRegistration) => void,
  wait = AGAIN_MS,
): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const again = () => setTimeout(() => void keepWorker(watch, Math.min(2 * wait, LONGEST_MS)), wait)
  const registration = await registerWorker()
  if (!registration) return void again()
  watch(registration)
  const first = registration.active ? null : registration.installing
  first?.addEventListener('statechange', () => {
    if (first.state === 'redundant' && !registration.active) again()
  })
}

/** Registered if it is not; `ready` alone waits for ever where nothing was registered. Throws when none comes. */
export async function workingWorker(): Promise<ServiceWorkerRegistration> {
  const { serviceWorker } = navigator
  if (!((await serviceWorker.getRegistration()) ?? (await registerWorker())))
    throw new Error('The browser takes no service worker.')
  return within(PATIENCE_SECONDS, serviceWorker.ready, 'The service worker did not start.')
}
