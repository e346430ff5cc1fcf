import { saveEntry } from '../../lib/actions/saveEntry'
import type { Entry, EntryData } from '../../lib/db/private-types'

const REST_MS = 600

/** One page that keeps itself: after a short rest, and whenever it is left. */
export class Keeper {
  readonly id: string
  /** 'Kept' is only said of what has been committed. */
  state = $state<'still' | 'writing' | 'kept' | 'failed'>('still')
  #data = $state.raw<EntryData>({ text: '', written_at: instant() })
  #resting: ReturnType<typeof setTimeout> | undefined
  #unsaved = false
  #writing: Promise<void> = Promise.resolve()

  /** A page there is already, or a new one with what stands above it. */
  constructor(entry?: Entry, given: Pick<EntryData, 'prompt' | 'exercise'> = {}) {
    this.id = entry?.id ?? crypto.randomUUID()
    this.#data = entry?.data ?? { ...this.#data, ...given }
  }

  get text(): string {
    return this.#data.text
  }

  get prompt(): string | undefined {
    return this.#data.prompt
  }

  /** What stands above the page; it is kept with the words, and not without any. */
  set prompt(prompt: string | undefined) {
    const { prompt: _before, ...data } = this.#data
    this.#data = { ...data, ...(prompt && { prompt }) }
  }

  write(text: string): void {
    this.#data = { ...this.#data, text }
    this.state = 'writing'
    this.#unsaved = true
    clearTimeout(this.#resting)
    this.#resting = setTimeout(this.flush, REST_MS)
  }

  flush = (): void => {
    void this.settled()
  }

  /** Writes what is still resting; resolves when all that was asked is written, or could not be. */
  async settled(): Promise<void> {
    clearTimeout(this.#resting)
    if (this.#unsaved) this.#writing = this.#writing.then(() => this.#save())
    await this.#writing
  }

  /** The page is gone: nothing that was still resting may bring it back. */
  drop(): void {
    clearTimeout(this.#resting)
    this.#unsaved = false
  }

  async #save(): Promise<void> {
    this.#unsaved = false
    const data = this.#data
    try {
      await saveEntry(this.id, data)
      if (data === this.#data) this.state = data.text.trim() ? 'kept' : 'still'
    } catch {
      this.#unsaved = true
      this.state = 'failed'
    }
  }
}

function instant(): string {
  return new Date().toISOString()
}
