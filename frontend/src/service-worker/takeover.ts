import { phone } from '../lib/db/database.ts'

declare const self: ServiceWorkerGlobalScope

/** A new worker waits until a person agrees: taking over under an open page breaks what it loads later. */
export function answerTakeover(): void {
  self.addEventListener('message', (event) => {
    if ((event.data as { type?: string } | null)?.type === 'SKIP_WAITING')
      event.waitUntil(self.skipWaiting())
  })
  self.addEventListener('activate', (event) => {
    event.waitUntil(forgetFetchedContent())
  })
}

/** This build brought its own content, newer than what an older one had fetched. */
async function forgetFetchedContent(): Promise<void> {
  await phone.write(['content'], (tx) => tx.objectStore('content').clear(), 'relaxed')
}
