import type { Readable } from 'svelte/store'
import { phone } from '../db/database.ts'
import { live } from '../db/live.ts'
import { getMeta } from '../db/meta.ts'
import type { LeftAccount } from '../db/types.ts'

export { hasWayBack } from '../db/ways.ts'

/** The account that this phone logged out of. undefined: not read yet; null: there is none. */
export function leftAccount(): Readable<LeftAccount | null | undefined> {
  return live(['meta'], async () => (await getMeta(phone, 'left')) ?? null)
}
