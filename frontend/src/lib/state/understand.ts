import type { Readable } from 'svelte/store'
import { phone } from '../db/database.ts'
import { live } from '../db/live.ts'
import { getMeta } from '../db/meta.ts'

/** Live queries for the screens. undefined: not read yet. */

/** The slugs of the cards that the person marked, in the order of marking. */
export function soundsLikeMe(): Readable<string[] | undefined> {
  return live(['meta'], async () => (await getMeta(phone, 'sounds_like_me')) ?? [])
}
