import type { Door } from '../api/allauth.ts'
import { connect, unwrap } from '../api/client.ts'
import type { Database } from '../db/database.ts'
import { getMeta, setMeta } from '../db/meta.ts'
import { Refused } from '../refused.ts'

/**
 * The anonymous account of this phone is about to be left for another one: with this ticket the other one may end it,
 * once it has everything. Throws Refused `has_ways` when the account could be signed in to: then it stays.
 */
export async function ticketFor(database: Database, { csrf_token, origin }: Door): Promise<void> {
  const api = connect(csrf_token, origin)
  const from =
    (await getMeta(database, 'account'))?.id ?? unwrap(await api.GET('/api/v1/account/')).id
  if ((await getMeta(database, 'joining'))?.from === from) return
  const asked = await api.POST('/api/v1/account/merge/')
  if (asked.response.status === 409) throw new Refused('has_ways')
  await setMeta(database, 'joining', { ...unwrap(asked), from })
}
