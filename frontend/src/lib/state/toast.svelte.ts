const LONG_ENOUGH_MS = 12_000

/** One line about what was just done, and the way back. A screen's change does not take it away. */
class ToastState {
  #text = $state('')
  #undo = $state.raw<(() => Promise<void>) | undefined>()
  #after = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  get text(): string {
    return this.#text
  }

  get undo(): (() => Promise<void>) | undefined {
    return this.#undo
  }

  say(text: string, undo?: () => Promise<void>, after = ''): void {
    clearTimeout(this.#timer)
    this.#text = text
    this.#undo = undo
    this.#after = after
    this.#timer = setTimeout(() => {
      this.clear()
    }, LONG_ENOUGH_MS)
  }

  async takeBack(): Promise<void> {
    const undo = this.#undo
    this.#undo = undefined
    await undo?.()
    this.say(this.#after)
  }

  clear(): void {
    clearTimeout(this.#timer)
    this.#text = ''
    this.#undo = undefined
  }
}

export const toast = new ToastState()
