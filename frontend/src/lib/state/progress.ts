import type { Readable } from 'svelte/store'
import { phone } from '../db/database.ts'
import { live } from '../db/live.ts'
import { getMeta } from '../db/meta.ts'
import type { SyncProgress } from '../db/types.ts'

/** Where the copy stands, for the screens that say more of it than the chip. null: nothing is known yet. */
export function progress(): Readable<SyncProgress | null | undefined> {
  return live(['meta'], async () => (await getMeta(phone, 'sync')) ?? null)
}
