import { phone } from '../lib/db/database.ts'
import type { PushResponse } from '../lib/db/types.ts'
import { syncer } from '../lib/sync/phone.ts'
import { keepResponse } from '../lib/sync/responses.ts'
import type { Payload } from './payload.ts'

/** Kept first, sent when it can be: an answer given without a network is still an answer. */
export async function respond(
  { delivery, reminder }: Payload,
  response: PushResponse['response'],
): Promise<void> {
  if (delivery === undefined || reminder === undefined) return
  await keepResponse(phone, { delivery, reminder, response, at: new Date().toISOString() })
  await syncer.sync()
}
