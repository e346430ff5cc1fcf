import { within } from '../within.ts'

const PATIENCE_SECONDS = 20

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

/** Registered if it is not; `ready` alone waits for ever where nothing was registered. Throws when none comes. */
export async function workingWorker(): Promise<ServiceWorkerRegistration> {
  const { serviceWorker } = navigator
  if (!((await serviceWorker.getRegistration()) ?? (await registerWorker())))
    throw new Error('The browser takes no service worker.')
  return within(PATIENCE_SECONDS, serviceWorker.ready, 'The service worker did not start.')
}
