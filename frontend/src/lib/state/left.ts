import type { Readable } from 'svelte/store'
import { phone } from '../db/database.ts'
import { live } from '../db/live.ts'
import { getMeta } from '../db/meta.ts'
import type { LeftAccount } from '../db/types.ts'
import { hasWayBack } from '../db/ways.ts'

export { hasWayBack }

/** The account that this phone logged out of and has a way back into. undefined: not read yet; null: there is none. */
export function leftAccount(): Readable<LeftAccount | null | undefined> {
  return live(['meta'], async () => {
    const left = await getMeta(phone, 'left')
    return left && hasWayBack(left.ways) ? left : null
  })
}
