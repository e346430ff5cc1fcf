import type { Readable } from 'svelte/store'
import { phone } from '../db/database.ts'
import { live } from '../db/live.ts'
import { getMeta } from '../db/meta.ts'

/** The slugs of the exercises that the person keeps as their own, in the order of keeping. undefined: not read yet. */
export function favourites(): Readable<string[] | undefined> {
  return live(['meta'], async () => (await getMeta(phone, 'favourites')) ?? [])
}
