import type { Readable } from 'svelte/store'
import { live } from '../db/live.ts'
import { ownTexts } from '../db/own.ts'
import type { Own } from '../db/private-types.ts'

/** The person's own words and tags, by `own:<id>`. */
export function own(): Readable<Map<string, Own['data']> | undefined> {
  return live(['private'], ownTexts)
}
