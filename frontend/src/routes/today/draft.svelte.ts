import { deleteCheckIn } from '../../lib/actions/deleteCheckIn.ts'
import { editCheckIn } from '../../lib/actions/editCheckIn.ts'
import { saveCheckIn } from '../../lib/actions/saveCheckIn.ts'
import type { Frost } from '../../lib/ui/frost.ts'

export interface Feeling {
  energy: number
  pleasantness: number
}

/** The check-in being made on Today: kept with its first answer, and again with each later one. */
export class Draft {
  #id = $state<string | undefined>()
  #problem = $state<string | undefined>()
  #writing: Promise<void> = Promise.resolve()

  nearness = $state<number | undefined>()
  absence = $state<Frost | undefined>()
  feeling = $state<Feeling | undefined>()
  cannotTell = $state(false)
  note = $state('')

  /** True once the first answer lies on the phone. */
  get kept(): boolean {
    return this.#id !== undefined
  }

  get answered(): boolean {
    return this.nearness !== undefined || this.absence !== undefined
  }

  /** A sentence for the person when the last write failed; what was answered stays as it is. */
  get problem(): string | undefined {
    return this.#problem
  }

  near(nearness: number): void {
    this.nearness = nearness
    this.absence = undefined
  }

  frosted(absence: Frost): void {
    this.absence = absence
    this.nearness = undefined
  }

  feel(feeling: Feeling | undefined): void {
    this.feeling = feeling
    this.cannotTell = feeling === undefined
  }

  /** Write all of it, one write after the other, so that the last one has everything. */
  keep(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write())
    return this.#writing
  }

  async takeBack(): Promise<void> {
    await this.#writing
    if (this.#id) await deleteCheckIn(this.#id)
    this.#id = undefined
    this.nearness = undefined
    this.absence = undefined
    this.feel(undefined)
    this.cannotTell = false
    this.note = ''
  }

  async #write(): Promise<void> {
    try {
      if (this.#id) await editCheckIn(this.#id, this.#changes(), this.note)
      else this.#id = (await saveCheckIn(this.#answers())).id
      this.#problem = undefined
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error)
    }
  }

  /** Every field, null where there is none: an edit takes back what was answered before. */
  #changes() {
    return {
      nearness: this.nearness ?? null,
      absence: this.absence ?? null,
      ...(this.feeling ?? { energy: null, pleasantness: null }),
    }
  }

  #answers() {
    const given = Object.entries(this.#changes()).filter(([, value]) => value !== null)
    return { ...Object.fromEntries(given), ...(this.note && { note: this.note }) }
  }
}
