import type { Readable } from 'svelte/store'
import { phone } from '../db/database.ts'
import { live } from '../db/live.ts'
import type { OutboxLine } from '../db/types.ts'

export interface Waiting {
  /** Changes that wait, in all. */
  count: number
  /** The first of them, one a record, the way they will go up. */
  first: OutboxLine[]
}

/** Changes on their way to the server. undefined: not read yet. */
export function waiting(most: number): Readable<Waiting | undefined> {
  return live(['outbox'], () =>
    phone.read(['outbox'], async (tx) => {
      const lines = await tx.objectStore('outbox').getAll(null, most)
      const last = new Map(lines.map((line) => [line.id, line]))
      return { count: await tx.objectStore('outbox').count(), first: [...last.values()] }
    }),
  )
}
