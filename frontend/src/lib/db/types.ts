import type { BodyMark, Experience, HabitNote, Senses } from '../names.ts'
import type { QuietHours } from '../quiet.ts'

export type Absence = 'nothing' | 'cannot_tell' | 'behind_glass' | 'too_mixed'
export type CollectionName = 'check_ins' | 'practices' | 'reminders' | 'settings' | 'sealed'
export type RecordData = Record<string, unknown>

export interface CheckInData {
  kind: 'check_in' | 'glimmer' | 'foggy_span'
  occurred_at: string
  time_zone: string
  ended_at?: string
  nearness?: number
  absence?: Absence
  world_nearness?: number
  energy?: number
  pleasantness?: number
  /** Slugs of the vocabulary, or `own:<uuid>`. */
  words?: string[]
  senses?: Senses
  body?: BodyMark[]
  around?: string[]
  experiences?: Experience[]
  habits?: HabitNote[]
  /** The check-in of the earlier moment that this feeling belongs to. */
  belongs_to?: string
  /** The practice after which it was noted. */
  practice?: string
  [unknown: string]: unknown
}

export interface PracticeData {
  exercise: string
  started_at: string
  ended_at?: string
  seconds?: number
  ended_by?: 'finished' | 'left' | 'too_much'
  nearness_before?: number | undefined
  absence_before?: Absence | undefined
  nearness_after?: number | undefined
  absence_after?: Absence | undefined
  thaw?: 'more' | 'same' | 'less' | 'unnamed'
  [unknown: string]: unknown
}

export type ExerciseKind =
  | 'acknowledge'
  | 'breathwork'
  | 'movement'
  | 'grounding'
  | 'mindfulness'
  | 'writing'
  | 'others'
  | 'creativity'
  | 'understanding'

export interface ReminderData {
  kind: ExerciseKind | 'check_in'
  exercise?: string
  /** `own:<uuid>`: what it comes after in the person's day; the words are on the phone alone. */
  label_ref?: string
  local_time: string
  weekdays: number[]
  time_zone: string
  window_minutes?: number
  exact?: boolean
  enabled?: boolean
  paused_until?: string
  discreet?: boolean
  /** Only the server knows these two; they never go up. */
  next_due_at?: string | null
  pace?: string
  [unknown: string]: unknown
}

/** revision null: the server has never confirmed this record, or an `AcknowledgedPage` says how. */
export interface Row<D = RecordData> {
  id: string
  data: D
  revision: number | null
}

/** What a record is at one moment. A tombstone of ours keeps its data for the merge, a server's is empty. */
export interface RecordState {
  deleted: boolean
  data: RecordData
}

export interface ServerRecord extends RecordState {
  collection: string
  id: string
  revision: number
}

export interface SeenState extends RecordState {
  revision: number
  epoch: string
}

/** A row as IndexedDB holds it. */
export interface StoredRow extends Row {
  deleted?: true
  /** The epoch in which the server confirmed `revision`; revisions of two epochs cannot be compared. */
  epoch?: string
  /** The newest server state seen while changes of ours were still on their way. */
  server?: SeenState | undefined
}

/** One change on its way up: the step from `before` to `data`. Sent byte for byte the same until answered. */
export interface OutboxLine extends RecordState {
  seq: number
  op_id: string
  collection: CollectionName
  id: string
  base_revision: number | null
  before: RecordState | null
  /**
   * Nothing follows this line and no server state waits beside its row, so the row shows what the line says. An
   * acknowledgement then needs to read neither: that is most of the time of a long upload.
   */
  alone?: boolean
}

/** What one answer said of many new records; `revisions[n]` belongs to `ids[n]`. */
export interface AcknowledgedPage {
  epoch: string
  ids: string[]
  revisions: number[]
}

export interface RecordError {
  code: string
  detail: string
  attr: string | null
}

/** A change the server refused: kept for the person, in nobody's way. */
export interface SetAside extends RecordState {
  op_id: string
  collection: CollectionName
  id: string
  /** What it was a step from; null for a record that was new. Older builds did not keep it. */
  before?: RecordState | null
  errors: RecordError[]
}

export interface Device {
  id: string
  label: string
}

export interface Account {
  id: string
  locale: string
  time_zone: string
  epoch: string
  csrf_token: string
  device: Device
  created_at: string
  /** Unknown until the server was asked since it speaks of them. */
  ways?: Ways
}

/** What of a person can open the account again, beside the phones that are signed in. */
export interface Ways {
  passkeys: number
  email: string | null
  email_verified: boolean
  password: boolean
  totp: boolean
  /** Those that are left. */
  recovery_codes: number
}

/** The account that this phone logged out of; signing in to it again goes on where it stopped. */
export interface LeftAccount {
  id: string
  ways?: Ways | undefined
}

/** On the way into another account; kept, so that it can be gone on with whatever happened. */
export interface Joining {
  /** What lets another account end the anonymous one that this phone came from, and whose ticket it is. */
  ticket?: string
  from?: string
  /** Proof was sent: the session may be signed in already, though no answer came. */
  arriving?: true
}

export interface SyncProgress {
  epoch: string | null
  cursor: number
  /** Every change at hand was acknowledged by the last answer. */
  acknowledged: boolean
  acknowledged_at?: string
  /** A new epoch began: after the whole feed, send again what the server no longer has. */
  recheck?: true
  /** The collections this build knew when it read the feed; a build that knows more reads it again. */
  collections?: string
  /** Records taken in so far by a download that is still going on: what a first sync shows of its progress. */
  received?: number
  /** This phone held nothing when the download began: what it has came from the pages before, or goes up. */
  bare?: boolean
  /** Seconds this phone's clock is ahead of the server's, negative when behind; absent when they agree. */
  clock_ahead?: number
  /** Rows deleted so far by the feed that is being caught up with. */
  deletions?: number
  deletions_accepted?: true
  attention?: 'account' | 'deletions'
}

/** Why the last run came to nothing: no network, something in between that is not Thaw, or Thaw itself. */
export type SyncTrouble = 'network' | 'portal' | 'server'

export interface PushResponse {
  delivery: string
  reminder: string
  response: 'shown' | 'opened' | 'later' | 'not_today'
  at: string
}

export interface CachedContent {
  key: string
  etag: string | null
  checked_at: string
  body: unknown
}

/** Preferences that follow the person to every phone. */
export interface Settings {
  quiet_hours: QuietHours
  /** Reminders a day. */
  daily_cap: number
  quiet_until: string
  /** ISO 3166, two letters. */
  country: string
  theme: 'system' | 'light' | 'dark'
}
export type SettingKey = keyof Settings
