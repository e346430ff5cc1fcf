import type { Mark, Side, Zone } from '../names.ts'

/** What only this phone may know; the plaintext of a future sealed record. It has no outbox line. */
export type PrivateRow = Note | Entry | Own | Signal

/** Words beside a record. */
export interface Note {
  id: string
  kind: 'note'
  record: string
  data: { text: string }
}

export interface EntryData {
  text: string
  written_at: string
  /** Which of the ways to begin stood above the page. */
  prompt?: string
}

/** A page of the person's own. */
export interface Entry {
  id: string
  kind: 'entry'
  data: EntryData
}

/** The text behind `own:<id>` in a check-in. */
export interface Own {
  id: string
  kind: 'own'
  data: { text: string; list: 'words' | 'around' }
}

/** 'Tight jaw: that was anger', confirmed by the person. */
export interface Signal {
  id: string
  kind: 'signal'
  data: { zone: Zone; side: Side; mark: Mark; word: string; confirmed_at: string }
}
