import { en } from '../lib/i18n/en.ts'

/** Putting a mark on something and taking it off: nothing is said while it works, and why when it did not. */
export class Marking {
  #fault = $state('')
  readonly #write: (on: boolean) => Promise<unknown>

  constructor(write: (on: boolean) => Promise<unknown>) {
    this.#write = write
  }

  get fault(): string {
    return this.#fault
  }

  async set(on: boolean): Promise<void> {
    try {
      await this.#write(on)
      this.#fault = ''
    } catch (error) {
      this.#fault = error instanceof Error ? error.message : en.failed.save
    }
  }
}
