import type { Readable } from 'svelte/store'
import {
  belongingTo,
  checkInsBetween,
  fogBetween,
  getCheckIn,
  listBefore,
  listCheckIns,
} from '../db/check-ins.ts'
import { live } from '../db/live.ts'
import { noteOf } from '../db/notes.ts'
import type { CheckInData, Row } from '../db/types.ts'

/** Live queries for the screens. undefined: not read yet; null: there is none. */

export function checkIns(limit?: number): Readable<Row<CheckInData>[] | undefined> {
  return live(['check_ins'], () => listCheckIns(limit))
}

/** `from` up to, but not including, `to`; newest first. */
export function checkInsIn(from: Date, to: Date): Readable<Row<CheckInData>[] | undefined> {
  return live(['check_ins'], () => checkInsBetween(from, to))
}

/** Newest first, earlier than that moment. */
export function checkInsBefore(
  at: string,
  limit: number,
): Readable<Row<CheckInData>[] | undefined> {
  return live(['check_ins'], () => listBefore(at, limit))
}

/** The foggy spans that reach into `from` … `to`. */
export function fogIn(from: Date, to: Date): Readable<Row<CheckInData>[] | undefined> {
  return live(['check_ins'], () => fogBetween(from, to))
}

export function readCheckIn(id: string): Promise<Row<CheckInData> | undefined> {
  return getCheckIn(id)
}

export function checkIn(id: string): Readable<Row<CheckInData> | null | undefined> {
  return live(['check_ins'], async () => (await getCheckIn(id)) ?? null)
}

export function laterFeelings(id: string): Readable<Row<CheckInData>[] | undefined> {
  return live(['check_ins'], () => belongingTo(id))
}

export function note(checkInId: string): Readable<string | null | undefined> {
  return live(['private'], async () => (await noteOf(checkInId)) ?? null)
}
