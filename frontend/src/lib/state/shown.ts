import type { Readable } from 'svelte/store'
import { phone } from '../db/database.ts'
import { live } from '../db/live.ts'
import { getMeta } from '../db/meta.ts'
import type { MetaValues } from '../db/meta-types.ts'

export type Shown = MetaValues['push_shown']

/** When this phone last showed a message, by its worker's own word. undefined: not read yet; null: never. */
export function lastShown(): Readable<Shown | null | undefined> {
  return live(['meta'], async () => (await getMeta(phone, 'push_shown')) ?? null)
}
