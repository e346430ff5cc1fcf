import { editReminder } from '../../lib/actions/editReminder.ts'
import { keepOwn } from '../../lib/actions/keepOwn.ts'
import { saveReminder } from '../../lib/actions/saveReminder.ts'
import type { ReminderData, Row } from '../../lib/db/types.ts'
import { isQuiet, type QuietHours } from '../../lib/quiet.ts'
import { router } from '../../router/router.svelte.ts'

type Kind = ReminderData['kind']

/** Three a week, at an hour outside the quiet ones. */
const PRESETS: Partial<Record<Kind, string>> = {
  breathwork: '10:00',
  movement: '16:00',
  mindfulness: '19:30',
}
const THREE_A_WEEK = [1, 3, 5]
const WINDOW_MINUTES = 30
const QUARTER = 15

let left: Plan | undefined

/** Open the form again, with all that was changed in it. */
export function comeBackTo(plan: Plan): Promise<void> {
  left = plan
  router.go(`/reminders/${plan.id ?? 'new'}`)
  return Promise.resolve()
}

/** The one that is come back to, once; none where it is of another reminder. */
export function planLeft(id: string | undefined): Plan | undefined {
  const plan = left?.id === id ? left : undefined
  left = undefined
  return plan
}

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
  /** Without saying on the lock screen what it is for. */
  discreet = $state(true)
  /** What it comes after, in the person's own words; undefined while that is left as it was. */
  anchor = $state<string | undefined>()
  pausedUntil = $state('')

  /** What it held before the person changed anything. */
  #before: string

  constructor(row: Row<ReminderData> | undefined) {
    this.#row = row
    if (row) this.#read(row.data)
    this.#before = this.#held()
  }

  get id(): string | undefined {
    return this.#row?.id
  }

  get isChanged(): boolean {
    return this.#held() !== this.#before
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

  /** One for what was just done, at about this hour unless that is quiet. */
  begin(wanted: { slug: string; kind: Kind }, now: Date, quiet: QuietHours): void {
    if (this.existing) return
    this.choose(wanted.kind)
    this.exercise = wanted.slug
    const two = (n: number) => String(n).padStart(2, '0')
    const quarter = Math.floor(now.getMinutes() / QUARTER) * QUARTER
    const time = `${two(now.getHours())}:${two(quarter)}`
    if (!isQuiet(quiet, time)) this.at(time)
    this.#before = this.#held()
  }

  at(time: string): void {
    this.time = time
    this.#timed = true
  }

  /** Which words those are, as the record names them. */
  get anchorRef(): string {
    return this.#row?.data.label_ref ?? ''
  }

  async keep(): Promise<void> {
    const label_ref = await this.#anchored()
    if (!this.#row) await saveReminder({ ...this.#given(), ...(label_ref && { label_ref }) })
    else {
      const anchored = label_ref === undefined ? {} : { label_ref }
      await editReminder(this.#row.id, { ...this.#changes(), ...anchored })
    }
  }

  /** The words are kept first, so that a record never names words that are nowhere. */
  async #anchored(): Promise<string | null | undefined> {
    const text = this.anchor?.trim()
    return text ? keepOwn(text, 'anchors') : text === '' ? null : undefined
  }

  #held(): string {
    return JSON.stringify([this.#changes(), this.anchor])
  }

  #read(data: ReminderData): void {
    this.#kind = data.kind
    this.exercise = data.exercise ?? ''
    this.time = data.local_time
    this.weekdays = data.weekdays
    this.window = data.window_minutes ?? WINDOW_MINUTES
    this.exact = data.exact ?? false
    this.discreet = data.discreet ?? true
    this.pausedUntil = data.paused_until ?? ''
  }

  #required() {
    return {
      kind: this.#kind,
      local_time: this.time,
      weekdays: this.weekdays,
      window_minutes: this.window,
      exact: this.exact,
      discreet: this.discreet,
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
