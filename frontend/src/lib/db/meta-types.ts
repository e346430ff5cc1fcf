import type {
  Account,
  Device,
  Joining,
  LeftAccount,
  PracticeData,
  SyncProgress,
  SyncTrouble,
} from './types.ts'

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

/** What is heard in a practice; off until chosen. */
export interface SoundChoice {
  tones: boolean
  background: 'rain' | 'waves' | 'wind' | 'bowl' | 'brown' | null
}

/** What this phone remembers for itself, one value a key. */
export interface MetaValues {
  device: Device
  account: Account
  left: LeftAccount
  joining: Joining
  /** Everything here was deleted, and the session of the account from before is to be ended. */
  forgotten: true
  sync: SyncProgress
  sync_trouble: SyncTrouble
  /** When the browser was last asked not to throw away what lies here (ISO). */
  asked_to_stay: string
  /** Where a tapped notification leads: iOS starts a killed app without telling it. */
  target: { path: string; at: string }
  /** When the worker last showed a message, and whether it was one to try (ISO). */
  push_shown: { at: string; trial: boolean }
  /** The local date for which 'Not today' was said on a reminder. */
  not_today: string
  player: PlayerPlace | null
  vibration: boolean
  /** Whether the screen stays on in a practice; it does unless said otherwise. */
  awake: boolean
  sound: SoundChoice
  /** What was found out: whether this phone goes on sounding with the screen off. */
  sound_hidden: 'plays' | 'silent'
  /** The person's own breath for an exercise: seconds of each phase. */
  breaths: Record<string, number[]>
  /** Exercises whose gate was read once. */
  gates_passed: string[]
  /** The first run was seen, or passed by. */
  welcomed: true
  /** Cards of Understand that the person marked: this sounds like me. */
  sounds_like_me: string[]
  /** The exercises that the person keeps as their own, in the order of keeping. */
  favourites: string[]
  /** This phone's own number for what is drawn by chance. */
  seed: number
  /** When the card about an emergency was last opened (ISO). */
  emergency_opened_at: string
  /** When the soft offer of people and help was last made (ISO). */
  flatness_offered_at: string
  /** The newest moment noted when 'a foggy week' was passed by (ISO): that gap is not asked about again. */
  gap_passed: string
  /** When the offer of a reminder was answered (ISO); it is not made again. */
  reminder_offered: string
  /** What was said to the invitation to install; it is made once. */
  install: 'accepted' | 'declined'
  /** What the last import made, a batch a key, so that all of it can be taken back. */
  [batch: `import/${string}`]: ImportedBatch
}

export interface ImportedBatch {
  /** The SHA-256 of the file: the same one again goes on where it was broken off. */
  file: string
  source: string
  at: string
  /** A collection, `private/<kind>` or a list in `meta`; id; and a mark of what was written, to tell later edits by. */
  made: [store: string, id: string, print: string][]
}
