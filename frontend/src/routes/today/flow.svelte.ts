import { Draft } from './draft.svelte.ts'

const LASTS_MS = 30 * 60_000

/**
 * The check-in under way on Today. It outlives the screen, since its later steps are screens of their own; half an hour
 * later it is a past one like any other.
 */
class Flow {
  #draft = $state.raw(new Draft())
  #closed = $state(false)
  #touched = 0

  get draft(): Draft {
    return this.#draft
  }

  /** 'Done' was said: Today thanks and asks nothing more. */
  get closed(): boolean {
    return this.#closed
  }

  holds(id: string): boolean {
    return this.#draft.id === id
  }

  touch(now = Date.now()): void {
    this.#touched = now
  }

  close(): void {
    this.#closed = true
  }

  again(): void {
    this.#draft = new Draft()
    this.#closed = false
  }

  /** Today comes into sight again. */
  look(now = Date.now()): void {
    if (this.#draft.id && now - this.#touched > LASTS_MS) this.again()
  }

  /** Today goes out of sight: what was closed there is over. */
  leave(): void {
    if (this.#closed) this.again()
  }
}

export const flow = new Flow()
