import { sentenceOf } from '../../lib/errors.ts'
import { deleteCheckIn } from '../../lib/actions/deleteCheckIn.ts'
import { editCheckIn } from '../../lib/actions/editCheckIn.ts'
import { saveCheckIn } from '../../lib/actions/saveCheckIn.ts'
import type { CheckInInput } from '../../lib/actions/saveCheckIn.ts'
import type { Frost } from '../../lib/ui/frost.ts'

/** The first answer of a check-in: kept at once, changed as often as one likes, taken back as a whole. */
export class Draft {
  #id = $state<string | undefined>()
  #problem = $state<string | undefined>()
  #writing: Promise<void> = Promise.resolve()
  readonly #rest: () => CheckInInput

  nearness = $state<number | undefined>()
  absence = $state<Frost | undefined>()

  /** `rest`: what the record begins with beside the answer, asked for when it is first kept. */
  constructor(rest: () => CheckInInput = () => ({})) {
    this.#rest = rest
  }

  /** The record's id, once the first answer lies on the phone. */
  get id(): string | undefined {
    return this.#id
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

  /** One write after the other, so that the last one has the last answer. */
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
  }

  async #write(): Promise<void> {
    const answer = { nearness: this.nearness ?? null, absence: this.absence ?? null }
    try {
      if (this.#id) await editCheckIn(this.#id, answer)
      else this.#id = (await saveCheckIn({ ...this.#rest(), ...given(answer) })).id
      this.#problem = undefined
    } catch (error) {
      this.#problem = sentenceOf(error)
    }
  }
}

function given(answer: Record<string, unknown>): CheckInInput {
  return Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== null))
}
