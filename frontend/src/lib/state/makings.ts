import type { Readable } from 'svelte/store'
import { listEntries } from '../db/entries.ts'
import { live } from '../db/live.ts'
import { getMaking, listDrafts, listMakings } from '../db/makings.ts'
import type { Draft, Entry, Making } from '../db/private-types.ts'

/** So long a page of an exercise is the one to go on with. */
const FRESH_MS = 30 * 60_000
const RECENT = 5

/** Live queries for the screens. undefined: not read yet; null: there is none. */

export function makings(): Readable<Making[] | undefined> {
  return live(['private'], listMakings)
}

export function making(id: string): Readable<Making | null | undefined> {
  return live(['private'], async () => (await getMaking(id)) ?? null)
}

/** What was made and neither kept nor let go. */
export function openMakings(now: Date): Readable<Draft[] | undefined> {
  return live(['private'], () => listDrafts(now))
}

/** What was begun in this exercise and left open. */
export async function draftOf(exercise: string, now: Date): Promise<Draft | undefined> {
  const drafts = await listDrafts(now)
  return drafts.find(({ data }) => data.exercise === exercise)
}

/** The page that was being written in this exercise a moment ago. */
export async function pageOf(exercise: string, now: Date): Promise<Entry | undefined> {
  const since = new Date(now.getTime() - FRESH_MS).toISOString()
  const pages = await listEntries(RECENT)
  return pages.find(({ data }) => data.exercise === exercise && data.written_at >= since)
}
