import { connect, unwrap } from '../api/client.ts'
import type { Database } from '../db/database.ts'
import { getMeta } from '../db/meta.ts'
import type { PushResponse } from '../db/types.ts'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export async function keepResponse(database: Database, response: PushResponse): Promise<void> {
  await database.write(['responses'], (tx) => tx.objectStore('responses').put(response))
}

/** Safari opens the address itself where it showed a notification by itself: then the address says which one. */
export async function keepOpened(database: Database, search: string, now: Date): Promise<void> {
  const named = new URLSearchParams(search)
  const [delivery, reminder] = [named.get('delivery') ?? '', named.get('reminder') ?? '']
  if (!ID.test(delivery) || !ID.test(reminder)) return
  await keepResponse(database, { delivery, reminder, response: 'opened', at: now.toISOString() })
}

/** Whether an answer still waits for the server; without an account none ever goes. */
export async function anyResponses(database: Database): Promise<boolean> {
  const account = await getMeta(database, 'account')
  const kept = await database.read(['responses'], (tx) => tx.objectStore('responses').count())
  return account !== undefined && kept > 0
}

/** Tell the server what became of its deliveries. What it refuses it will always refuse, and it is dropped. */
export async function flushResponses(database: Database, origin?: string): Promise<void> {
  const account = await getMeta(database, 'account')
  const kept = await database.read(['responses'], (tx) => tx.objectStore('responses').getAll())
  if (!account) return
  for (const { reminder, ...body } of kept) {
    const sent = await connect(account.csrf_token, origin).POST(
      '/api/v1/reminders/{id}/responses/',
      { params: { path: { id: reminder } }, body },
    )
    if (sent.response.status >= 500 || [401, 403, 429].includes(sent.response.status)) unwrap(sent)
    await database.write(['responses'], (tx) =>
      tx.objectStore('responses').delete([body.delivery, body.response]),
    )
  }
}
