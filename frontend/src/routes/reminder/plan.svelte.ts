import { editReminder } from '../../lib/actions/editReminder.ts'
import { saveReminder } from '../../lib/actions/saveReminder.ts'
import type { ReminderData, Row } from '../../lib/db/types.ts'

type Kind = ReminderData['kind']

/** Three a week, at an hour outside the quiet ones. */
const PRESETS: Partial<Record<Kind, string>> = {
  breathwork: '10:00',
  movement: '16:00',
  mindfulness: '19:30',
}
const THREE_A_WEEK = [1, 3, 5]
const WINDOW_MINUTES = 30

/** A reminder while it is being made or changed. */
export class Plan {
  readonly #row: Row<ReminderData> | undefined
  #kind = $state<Kind>('breathwork')
  #timed = false
  exercise = $state('')
  time = $state('10:00')
  weekdays = $state.raw(THREE_A_WEEK)
  window = $state(WINDOW_MINUTES)
  exact = $state(false)
  pausedUntil = $state('')

  constructor(row: Row<ReminderData> | undefined) {
    this.#row = row
    if (row) this.#read(row.data)
  }

  get kind(): Kind {
    return this.#kind
  }

  get existing(): boolean {
    return this.#row !== undefined
  }

  choose(kind: Kind): void {
    this.#kind = kind
    this.exercise = ''
    if (!this.#timed && !this.existing) this.time = PRESETS[kind] ?? this.time
  }

  at(time: string): void {
    this.time = time
    this.#timed = true
  }

  async keep(): Promise<void> {
    if (this.#row) await editReminder(this.#row.id, this.#changes())
    else await saveReminder(this.#given())
  }

  #read(data: ReminderData): void {
    this.#kind = data.kind
    this.exercise = data.exercise ?? ''
    this.time = data.local_time
    this.weekdays = data.weekdays
    this.window = data.window_minutes ?? WINDOW_MINUTES
    this.exact = data.exact ?? false
    this.pausedUntil = data.paused_until ?? ''
  }

  #required() {
    return {
      kind: this.#kind,
      local_time: this.time,
      weekdays: this.weekdays,
      window_minutes: this.window,
      exact: this.exact,
    }
  }

  #given() {
    return {
      ...this.#required(),
      ...(this.exercise && { exercise: this.exercise }),
      ...(this.pausedUntil && { paused_until: this.pausedUntil }),
    }
  }

  #changes() {
    return {
      ...this.#required(),
      exercise: this.exercise || null,
      paused_until: this.pausedUntil || null,
    }
  }
}
