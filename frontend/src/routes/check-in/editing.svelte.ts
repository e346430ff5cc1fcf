import { sentenceOf } from '../../lib/errors.ts'
import { editCheckIn, type CheckInChanges } from '../../lib/actions/editCheckIn.ts'
import type { CheckInData } from '../../lib/db/types.ts'
import { readCheckIn } from '../../lib/state/check-ins.ts'

/**
 * The writes of one check-in, one after the other. What a write could not keep stays here, is shown all the same, and
 * goes with the next; 'kept' is only said of what lies on the phone.
 */
export class Editing {
  #changes = $state.raw<CheckInChanges>({})
  #note = $state.raw<string | undefined>()
  #state = $state<'still' | 'writing' | 'kept' | 'failed'>('still')
  #problem = $state('')
  #writing: Promise<void> = Promise.resolve()

  constructor(readonly id: string) {}

  get state(): 'still' | 'writing' | 'kept' | 'failed' {
    return this.#state
  }

  /** A sentence for the person, while the last write has failed. */
  get problem(): string {
    return this.#problem
  }

  /** Words that no write has kept yet. */
  get unsaved(): string | undefined {
    return this.#note
  }

  /** What the person sees: the record with what is still on its way. */
  over(data: CheckInData): CheckInData {
    const shown = Object.entries({ ...data, ...this.#changes })
    return Object.fromEntries(shown.filter(([, value]) => value !== null)) as CheckInData
  }

  /** null takes an answer back; an empty list or object does so too. */
  keep(changes: CheckInChanges, note?: string): Promise<void> {
    const given = Object.entries<unknown>(changes)
    const answers = given.map(([name, value]) => [name, hollow(value) ? null : value] as const)
    this.#changes = { ...this.#changes, ...Object.fromEntries(answers) }
    if (note !== undefined) this.#note = note
    return this.again()
  }

  again(): Promise<void> {
    this.#state = 'writing'
    this.#writing = this.#writing.then(() => this.#write())
    return this.#writing
  }

  /** Resolves when no write is under way. */
  settled(): Promise<void> {
    return this.#writing
  }

  async #write(): Promise<void> {
    const [changes, note] = [this.#changes, this.#note]
    try {
      await editCheckIn(this.id, changes, note)
      // The screens have asked for the row again by now, and are answered before this: no answer flickers in between.
      await readCheckIn(this.id)
      if (changes !== this.#changes || note !== this.#note) return
      this.#changes = {}
      this.#note = undefined
      this.#problem = ''
      this.#state = 'kept'
    } catch (error) {
      this.#problem = sentenceOf(error)
      this.#state = 'failed'
    }
  }
}

function hollow(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
