import type { Door } from '../api/allauth.ts'
import { connect, unwrap } from '../api/client.ts'
import type { Database } from '../db/database.ts'
import { getMeta, setMeta } from '../db/meta.ts'
import { Refused } from '../refused.ts'
import { exchange } from '../sync/exchange.ts'
import { run } from '../sync/run.ts'

/**
 * The anonymous account of this phone is about to be left for another one: with this ticket the other one may end it,
 * once it has everything. Throws Refused `has_ways` when the account could be signed in to: then it stays.
 */
export async function ticketFor(database: Database, door: Door, from: string): Promise<void> {
  if ((await getMeta(database, 'joining'))?.from === from) return
  await holdAll(database, door)
  const asked = await connect(door.csrf_token, door.origin).POST('/api/v1/account/merge/')
  if (asked.response.status === 409) throw new Refused('has_ways')
  await setMeta(database, 'joining', { ...unwrap(asked), from })
}

/** No account ends that lies on the server alone: what this phone never read comes here first. */
async function holdAll(database: Database, { csrf_token, origin }: Door): Promise<void> {
  const { epoch = null, received } = (await getMeta(database, 'sync')) ?? {}
  if (epoch !== null && received === undefined) return
  const now = () => new Date()
  await run({ database, now, send: (request) => exchange(request, csrf_token, origin) })
}
