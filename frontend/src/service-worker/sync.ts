import { phone } from '../lib/db/database.ts'
import { pendingCount } from '../lib/sync/outbox.ts'
import { syncer } from '../lib/sync/phone.ts'
import { SYNC_TAG } from '../lib/sync/soon.ts'

declare const self: ServiceWorkerGlobalScope

/** Not in TypeScript's library: Chromium only. */
type SyncEvent = ExtendableEvent & { tag: string }

export function answerSync(): void {
  self.addEventListener('sync', (event) => {
    const { tag } = event as SyncEvent
    if (tag === SYNC_TAG) (event as SyncEvent).waitUntil(flush())
  })
}

/** A rejection makes the browser try again later. */
async function flush(): Promise<void> {
  await syncer.sync()
  if ((await pendingCount(phone)) > 0) throw new Error('There is still something to send.')
}
