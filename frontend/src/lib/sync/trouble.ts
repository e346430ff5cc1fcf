import { Intercepted } from '../api/client.ts'
import type { Database } from '../db/database.ts'
import { getMeta, setMeta } from '../db/meta.ts'
import type { SyncTrouble } from '../db/types.ts'
import { ApiError } from '../errors.ts'

/** Kept for the screens: 'log in to the Wi-Fi' is another sentence than 'no connection'. */
export async function noteTrouble(database: Database, error: unknown): Promise<void> {
  const trouble = troubleOf(error)
  if ((await getMeta(database, 'sync_trouble')) !== trouble)
    await setMeta(database, 'sync_trouble', trouble)
}

export async function forgetTrouble(database: Database): Promise<void> {
  if ((await getMeta(database, 'sync_trouble')) === undefined) return
  await database.write(['meta'], (tx) => tx.objectStore('meta').delete('sync_trouble'))
}

function troubleOf(error: unknown): SyncTrouble {
  if (error instanceof Intercepted) return 'portal'
  return error instanceof ApiError ? 'server' : 'network'
}
