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
