import type { Readable } from 'svelte/store'
import { getEntry, listEntries } from '../db/entries.ts'
import { live } from '../db/live.ts'
import {
  checkInsBetween,
  getCheckIn,
  getReminder,
  listCheckIns,
  listReminders,
  noteOf,
  setAside,
} from '../db/queries.ts'
import { getSetting } from '../db/settings.ts'
import type {
  CheckInData,
  Entry,
  ReminderData,
  Row,
  SetAside,
  SettingKey,
  Settings,
} from '../db/types.ts'

/** Live queries for the screens. undefined: not read yet; null: there is none. */

export function checkIns(limit?: number): Readable<Row<CheckInData>[] | undefined> {
  return live(['check_ins'], () => listCheckIns(limit))
}

/** `from` up to, but not including, `to`; newest first. */
export function checkInsIn(from: Date, to: Date): Readable<Row<CheckInData>[] | undefined> {
  return live(['check_ins'], () => checkInsBetween(from, to))
}

export function checkIn(id: string): Readable<Row<CheckInData> | null | undefined> {
  return live(['check_ins'], async () => (await getCheckIn(id)) ?? null)
}

export function note(checkInId: string): Readable<string | null | undefined> {
  return live(['private'], async () => (await noteOf(checkInId)) ?? null)
}

export function reminders(): Readable<Row<ReminderData>[] | undefined> {
  return live(['reminders'], listReminders)
}

export function reminder(id: string): Readable<Row<ReminderData> | null | undefined> {
  return live(['reminders'], async () => (await getReminder(id)) ?? null)
}

/** Changes the server refused, with the reasons; exportable as they are. */
export function asides(): Readable<SetAside[] | undefined> {
  return live(['set_aside'], setAside)
}

export function setting<K extends SettingKey>(key: K): Readable<Settings[K] | null | undefined> {
  return live(['settings'], async () => (await getSetting(key)) ?? null)
}

export function entries(limit: number): Readable<Entry[] | undefined> {
  return live(['private'], () => listEntries(limit))
}

export function entry(id: string): Readable<Entry | null | undefined> {
  return live(['private'], async () => (await getEntry(id)) ?? null)
}
