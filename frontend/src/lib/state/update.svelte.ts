const RECOVERED = 'thaw-recovered-at'
const ONCE_MS = 60_000

/** A new build waits until the person wants it; an open page is never changed under their hands. */
class UpdateState {
  #ready = $state(false)
  #registration: ServiceWorkerRegistration | undefined
  #reloading = false

  get ready(): boolean {
    return this.#ready
  }

  watch(registration: ServiceWorkerRegistration): void {
    this.#registration = registration
    this.#look()
    registration.addEventListener('updatefound', () => {
      const installing = registration.installing
      installing?.addEventListener('statechange', () => {
        this.#look()
      })
    })
    document.addEventListener('visibilitychange', () => {
      // An installed app may stay open for weeks: look for a new build when it is shown again.
      if (document.visibilityState === 'visible') registration.update().catch(() => undefined)
    })
  }

  /** Ask the waiting worker to take over, then reload once on its build. */
  apply(): Promise<void> {
    const waiting = this.#registration?.waiting
    // Another tab was first: the new build is there already.
    if (!waiting) return this.#reload()
    return new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', () => {
        resolve(this.#reload())
      })
      waiting.postMessage({ type: 'SKIP_WAITING' })
    })
  }

  /**
   * A lazy chunk is gone: this page runs a build older than the two that are kept. Reload on the newest, and
   * not again at once, since a chunk that is missing there too is another fault. Without a worker and without a
   * network a reload would lose the page for good.
   */
  recover(): void {
    if (!navigator.onLine && !navigator.serviceWorker.controller) return
    const last = Number(sessionStorage.getItem(RECOVERED) ?? 0)
    if (Date.now() - last < ONCE_MS) return
    sessionStorage.setItem(RECOVERED, String(Date.now()))
    void this.apply()
  }

  #look(): void {
    // Without a controller this is the first visit, not an update.
    if (navigator.serviceWorker.controller && this.#registration?.waiting) this.#ready = true
  }

  #reload(): Promise<void> {
    if (!this.#reloading) location.reload()
    this.#reloading = true
    return Promise.resolve()
  }
}

export const update = new UpdateState()
