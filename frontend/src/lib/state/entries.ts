import type { Readable } from 'svelte/store'
import { getEntry, listEntries } from '../db/entries.ts'
import { live } from '../db/live.ts'
import type { Entry } from '../db/private-types.ts'

/** Live queries for the screens. undefined: not read yet; null: there is none. */

export function entries(limit: number): Readable<Entry[] | undefined> {
  return live(['private'], () => listEntries(limit))
}

export function entry(id: string): Readable<Entry | null | undefined> {
  return live(['private'], async () => (await getEntry(id)) ?? null)
}
