import { phone } from '../lib/db/database.ts'
import { SYNC_TAG } from '../lib/sync/background.ts'
import { isOutboxEmpty } from '../lib/sync/outbox.ts'
import { syncer } from '../lib/sync/phone.ts'
import { anyResponses } from '../lib/sync/responses.ts'

declare const self: ServiceWorkerGlobalScope

/** Not in TypeScript's library: Chromium only. */
type SyncEvent = ExtendableEvent & { tag: string }

export function answerSync(): void {
  self.addEventListener('sync', (event) => {
    const { tag } = event as SyncEvent
    if (tag === SYNC_TAG) (event as SyncEvent).waitUntil(flush())
  })
  self.addEventListener('periodicsync' as 'sync', (event) => {
    const { tag } = event as SyncEvent
    if (tag === SYNC_TAG) (event as SyncEvent).waitUntil(syncer.sync())
  })
}

/** A rejection makes the browser try again later. */
async function flush(): Promise<void> {
  await syncer.sync()
  const empty = await phone.read(['outbox'], isOutboxEmpty)
  if (!empty || (await anyResponses(phone))) throw new Error('There is still something to send.')
}
