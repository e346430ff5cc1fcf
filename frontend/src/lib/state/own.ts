import type { Readable } from 'svelte/store'
import { live } from '../db/live.ts'
import { listOwnTexts } from '../db/own.ts'

/** `own:<uuid>` → its text. undefined: not read yet. */
export function ownTexts(): Readable<Map<string, string> | undefined> {
  return live(['private'], listOwnTexts)
}
