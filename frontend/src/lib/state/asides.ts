import type { Readable } from 'svelte/store'
import { phone } from '../db/database.ts'
import { live } from '../db/live.ts'
import type { SetAside } from '../db/types.ts'

/** Live queries for the screens. undefined: not read yet; null: there is none. */

/** Changes the server refused, with the reasons. */
export function asides(): Readable<SetAside[] | undefined> {
  return live(['set_aside'], () =>
    phone.read(['set_aside'], (tx) => tx.objectStore('set_aside').getAll()),
  )
}
