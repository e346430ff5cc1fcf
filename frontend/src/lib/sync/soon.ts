import { phone } from '../db/database.ts'
import { getMeta } from '../db/meta.ts'

/** After a save, and whenever the network may be back. Without an account there is nothing to load or ask. */
export async function syncNow(): Promise<void> {
  if (!(await getMeta(phone, 'account'))) return
  const { syncer } = await import('./phone.ts')
  await syncer.sync()
}

/** Now, and through the worker too in case this page is closed first. Never throws: the outbox keeps all. */
export function syncSoon(): void {
  syncNow().catch(() => undefined)
  askWorker().catch(() => undefined)
}

export const SYNC_TAG = 'thaw-sync'

/** Background Sync: Chromium only, late, and refused at times; so it is never the only way. */
async function askWorker(): Promise<void> {
  const registration = (await navigator.serviceWorker.getRegistration()) as
    (ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } }) | undefined
  await registration?.sync?.register(SYNC_TAG)
}
