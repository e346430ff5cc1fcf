import type { Readable } from 'svelte/store'
import { phone } from '../db/database.ts'
import { live } from '../db/live.ts'
import { getMeta } from '../db/meta.ts'
import type { SyncTrouble } from '../db/types.ts'

/** Why the last run came to nothing. null: it did not. */
export function trouble(): Readable<SyncTrouble | null | undefined> {
  return live(['meta'], async () => (await getMeta(phone, 'sync_trouble')) ?? null)
}
