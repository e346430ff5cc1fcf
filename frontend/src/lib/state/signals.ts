import type { Readable } from 'svelte/store'
import { live } from '../db/live.ts'
import type { Signal } from '../db/private-types.ts'
import { listSignals } from '../db/signals.ts'

/** What the person confirmed, newest first. undefined: not read yet. */
export function signals(): Readable<Signal[] | undefined> {
  return live(['private'], listSignals)
}
