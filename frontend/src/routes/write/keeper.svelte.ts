import { sentenceOf } from '../../lib/errors'
import { enWrite } from '../../lib/i18n/en-write'
import { toast } from '../../lib/state/toast.svelte'
import { saveEntry } from '../../lib/actions/saveEntry'
import type { Entry, EntryData } from '../../lib/db/private-types'
import { unkept } from './unkept'

const REST_MS = 600

/** One page that keeps itself: after a short rest, and whenever it is left. */
export class Keeper {
  #id = $state('')
  /** 'Kept' is only said of what has been committed. */
  state = $state<'still' | 'writing' | 'kept' | 'failed'>('still')
  #data = $state.raw<EntryData>({ text: '', written_at: instant() })
  #resting: ReturnType<typeof setTimeout> | undefined
  #unsaved = false
  /** The words that lie on the phone, as far as this window knows. */
  #seen: string
  #problem = $state('')
  #writing: Promise<void> = Promise.resolve()

  /** A page there is already, or a new one with what stands above it. */
  constructor(entry?: Entry, given: Pick<EntryData, 'prompt' | 'exercise'> = {}) {
    const { id = crypto.randomUUID(), data = { ...this.#data, ...given } } = entry ?? {}
    this.#id = id
    this.#data = data
    this.#seen = data.text
  }

  get id(): string {
    return this.#id
  }

  /** A sentence for the person, while the last write has failed. */
  get problem(): string {
    return this.#problem
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

  /** The screen goes away: what could not be kept is said, and stays here. */
  async leave(): Promise<void> {
    await this.settled()
    if (this.state === 'failed') toast.say(enWrite.unkept)
  }

  /** The page is gone: nothing that was still resting may bring it back. */
  drop(): void {
    clearTimeout(this.#resting)
    this.#unsaved = false
    unkept.delete(this.#id)
  }

  async #save(): Promise<void> {
    this.#unsaved = false
    const data = this.#data
    try {
      this.#lies(data.text.trim() ? data.text : '', await saveEntry(this.#id, data, this.#seen))
      if (data === this.#data) this.state = this.#seen ? 'kept' : 'still'
    } catch (error) {
      unkept.set(this.#id, this)
      this.#problem = sentenceOf(error)
      this.#unsaved = true
      this.state = 'failed'
    }
  }

  #lies(text: string, id: string): void {
    if (id !== this.#id) toast.say(enWrite.both)
    unkept.delete(this.#id)
    this.#id = id
    this.#seen = text
  }
}

function instant(): string {
  return new Date().toISOString()
}
