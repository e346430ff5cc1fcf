import type { History } from '../making/history.ts'
import type { Product } from '../making/types.ts'
import type { Mark, Side, Zone } from '../names.ts'

/** What only this phone may know; the plaintext of a future sealed record. It has no outbox line. */
export type PrivateRow = Note | Entry | Own | Signal | Making | Draft

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
  /** Which of the ways to begin stood above the page, or the very sentence of an exercise. */
  prompt?: string
  /** The exercise it was written in. */
  exercise?: string
}

/** A page of the person's own. */
export interface Entry {
  id: string
  kind: 'entry'
  data: EntryData
}

/** The text behind `own:<id>` in a check-in, or in a reminder. */
export interface Own {
  id: string
  kind: 'own'
  data: { text: string; list: 'words' | 'around' | 'anchors' }
}

/** 'Tight jaw: that was anger', confirmed by the person. */
export interface Signal {
  id: string
  kind: 'signal'
  data: { zone: Zone; side: Side; mark: Mark; word: string; confirmed_at: string }
}

export interface MakingData {
  made_at: string
  /** The exercise it was made in. */
  exercise?: string
  product: Product
}

/** Something made with one of the tools, kept because the person said so. */
export interface Making {
  id: string
  kind: 'making'
  data: MakingData
}

/** Something being made, which a reload must not lose. Nobody has said yet whether it is to be kept. */
export interface Draft {
  id: string
  kind: 'draft'
  data: MakingData
  steps: Pick<History<Product>, 'past' | 'future'>
}
