import type { Readable } from 'svelte/store'
import { live } from '../db/live.ts'
import { practicesBetween } from '../db/practices.ts'
import type { PracticeData, Row } from '../db/types.ts'

/** Begun from `from` up to, but not including, `to`; newest first. undefined: not read yet. */
export function practicesIn(from: Date, to: Date): Readable<Row<PracticeData>[] | undefined> {
  return live(['practices'], () => practicesBetween(from, to))
}
