import { phone } from '../lib/db/database.ts'
import { setMeta } from '../lib/db/meta.ts'
import type { PushResponse } from '../lib/db/types.ts'
import { askWorker } from '../lib/sync/background.ts'
import { syncer } from '../lib/sync/phone.ts'
import { anyResponses, keepResponse } from '../lib/sync/responses.ts'
import type { Payload } from './payload.ts'

declare const self: ServiceWorkerGlobalScope

/** Kept first, sent when it can be: an answer given without a network is still an answer. */
export async function respond(
  { delivery, reminder, day }: Payload,
  response: PushResponse['response'],
): Promise<void> {
  if (delivery === undefined || reminder === undefined) return
  await keepResponse(phone, { delivery, reminder, response, at: new Date().toISOString() })
  if (response === 'not_today' && day !== undefined) await setMeta(phone, 'not_today', day)
  await syncer.sync()
  // Chromium takes this only while a page of Thaw is open; else it goes with the next push, or the next start.
  if (await anyResponses(phone)) await askWorker(self.registration).catch(() => undefined)
}
