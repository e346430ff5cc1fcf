import type { BodyMark, Experience, HabitNote, Senses } from '../names.ts'
import type { QuietHours } from '../quiet.ts'

export type Absence = 'nothing' | 'cannot_tell' | 'behind_glass' | 'too_mixed'
export type CollectionName = 'check_ins' | 'practices' | 'reminders' | 'settings'
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

/** revision null: the server has never confirmed this record. */
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
  /** Rows deleted so far by the feed that is being caught up with. */
  deletions?: number
  deletions_accepted?: true
  attention?: 'account' | 'deletions'
}

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

/** A practice that is going on. `course` is milliseconds by the wall clock, `since` null while paused. */
export interface PlayerPlace {
  id: string
  exercise: string
  dose: number
  stage: 'steps' | 'room' | 'after'
  course: { position: number; practised: number; since: number | null }
  practice: PracticeData
  kept_at: string
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

export interface MetaValues {
  device: Device
  account: Account
  sync: SyncProgress
  /** Where a tapped notification leads: iOS starts a killed app without telling it. */
  target: { path: string; at: string }
  player: PlayerPlace | null
  vibration: boolean
  /** The first run was seen, or passed by. */
  welcomed: true
  /** Cards of Understand that the person marked: this sounds like me. */
  sounds_like_me: string[]
  /** When the soft offer of people and help was last made (ISO). */
  flatness_offered_at: string
  /** The newest moment noted when 'a foggy week' was passed by (ISO): that gap is not asked about again. */
  gap_passed: string
  /** What was said to the invitation to install; it is made once. */
  install: 'accepted' | 'declined'
}
