import type { Readable } from 'svelte/store'
import { live } from '../db/live.ts'
import { textsOf } from '../db/own.ts'

/** Of `names`, those that are a person's own (`own:<uuid>`), each with its text. undefined: not read yet. */
export function ownTexts(names: string[]): Readable<Map<string, string> | undefined> {
  return live(['private'], () => textsOf(names))
}
