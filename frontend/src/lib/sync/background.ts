export const SYNC_TAG = 'thaw-sync'

const TWICE_A_DAY_MS = 12 * 3_600_000

/** Not in TypeScript's library: Chromium only. */
type Registration = ServiceWorkerRegistration & {
  sync?: { register(tag: string): Promise<void> }
  periodicSync?: {
    getTags(): Promise<string[]>
    register(tag: string, options: { minInterval: number }): Promise<void>
  }
}

/** Background Sync: one browser only, late, and refused at times; so it is never the only way. */
export async function askWorker(known?: ServiceWorkerRegistration): Promise<void> {
  const registration: Registration | undefined = known ?? (await worker())
  await registration?.sync?.register(SYNC_TAG)
}

/** Periodic Sync: what another phone wrote is here before Thaw is opened. Browsers grant it to installed apps. */
export async function askNowAndThen(): Promise<void> {
  const periodic = (await worker())?.periodicSync
  if (!periodic || (await periodic.getTags()).includes(SYNC_TAG)) return
  await periodic.register(SYNC_TAG, { minInterval: TWICE_A_DAY_MS })
}

async function worker(): Promise<Registration | undefined> {
  return navigator.serviceWorker.getRegistration()
}
