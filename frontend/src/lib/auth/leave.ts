import { connect, unwrap } from '../api/client.ts'
import { inTurn } from '../api/turn.ts'
import { leaveAccount } from '../db/account.ts'
import type { Database } from '../db/database.ts'
import { getMeta } from '../db/meta.ts'
import { Refused } from '../refused.ts'
import { visit } from '../sync/session.ts'

/**
 * End this device on the server; the phone keeps everything. Throws Offline, ApiError, or Refused `no_way_back` when
 * the account could never be opened again: `anyway`, and the server deletes its copy at once.
 */
export async function logOut(
  database: Database,
  { anyway, origin }: { anyway: boolean; origin?: string },
): Promise<void> {
  const { csrf_token, signed_in } = await visit(origin)
  if (signed_in) await endSession(csrf_token, anyway, origin)
  await leaveAccount(database)
}

/**
 * Everything on this phone was deleted: its session goes too, at once or with the next connection, before anybody else
 * signs in here. What nobody could open any more the server deletes. Throws Offline or ApiError.
 */
export async function endForgotten(database: Database, origin?: string): Promise<void> {
  if (!(await getMeta(database, 'forgotten'))) return
  const { csrf_token, signed_in } = await visit(origin)
  // Another tab was first, and may have begun anew since.
  if (!(await getMeta(database, 'forgotten'))) return
  if (signed_in) await endSession(csrf_token, true, origin)
  await database.write(['meta'], (tx) => tx.objectStore('meta').delete('forgotten'))
}

async function endSession(csrfToken: string, anyway: boolean, origin?: string): Promise<void> {
  const body = { anyway }
  const ended = await inTurn(() =>
    connect(csrfToken, origin).POST('/api/v1/account/log-out/', { body }),
  )
  if (ended.response.status === 409) throw new Refused('no_way_back')
  // 401: another phone was first.
  if (ended.response.status !== 401) unwrap(ended)
}
