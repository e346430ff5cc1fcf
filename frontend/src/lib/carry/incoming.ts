import type { CollectionName, RecordData } from '../db/types.ts'
import type { Kept } from './document.ts'

export type Source = 'thaw' | 'daylio' | 'how_we_feel' | 'moodtracker'

export interface IncomingRecord {
  collection: CollectionName
  id: string
  data: RecordData
}

/** A row of the private store as JSON holds it: photos still packed. */
export interface IncomingPrivate {
  id: string
  kind: string
  record?: string
  data: RecordData
  [unknown: string]: unknown
}

export type Misfit = 'shape' | 'date' | 'nothing' | 'mood' | 'columns' | 'other_kind' | 'too_many'

/** What was not understood: where it stands in the file, why, and the thing itself. */
export interface Misread {
  at: string
  why: Misfit
  text: string
}

/** What a file brings, before it is compared with what is here. */
export interface Incoming {
  source: Source
  /** Made by Thaw and changed since by other hands. */
  changed: boolean
  records: IncomingRecord[]
  privates: IncomingPrivate[]
  kept: Kept
  misread: Misread[]
  /** Columns or fields that Thaw has no place for, and in how many rows they said something. */
  dropped: [name: string, rows: number][]
}

export function nothingFrom(source: Source): Incoming {
  return { source, changed: false, records: [], privates: [], kept: {}, misread: [], dropped: [] }
}
