import { deleteMaking } from '../../lib/actions/deleteMaking.ts'
import { keepMaking } from '../../lib/actions/keepMaking.ts'
import { saveDraft } from '../../lib/actions/saveDraft.ts'
import type { Undo } from '../../lib/actions/undo.ts'
import type { Draft } from '../../lib/db/private-types.ts'
import {
  begun,
  changed,
  redone,
  retouched,
  undone,
  type History,
} from '../../lib/making/history.ts'
import { emptyOf, isEmpty } from '../../lib/making/product.ts'
import type { Product } from '../../lib/making/types.ts'

const REST_MS = 400

/**
 * One thing being made: its steps back and forth, and where it lies. It is written down while it is made, so that a
 * reload goes on with it; it is kept only once the person says so.
 */
export class Work<P extends Product = Product> {
  /** 'kept' is only said of what has been committed. */
  state = $state<'open' | 'keeping' | 'kept' | 'failed'>('open')
  readonly exercise: string
  #id: string
  #made_at: string
  #history: History<P>
  #wanted = false
  #unsaved = false
  #resting: ReturnType<typeof setTimeout> | undefined
  #writing: Promise<void> = Promise.resolve()

  constructor(tool: P['tool'], exercise: string, draft?: Draft) {
    this.exercise = exercise
    this.#id = draft?.id ?? crypto.randomUUID()
    this.#made_at = draft?.data.made_at ?? instant()
    this.#history = $state.raw(draft ? historyOf<P>(draft) : begun(emptyOf(tool) as P))
  }

  get product(): P {
    return this.#history.now
  }

  get empty(): boolean {
    return isEmpty(this.product)
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0
  }

  /** One step, which can be taken back. */
  change(product: P): void {
    this.#become(changed(this.#history, product))
    void this.flush()
  }

  /** Goes on with the last step; written down when it rests. */
  retouch(product: P): void {
    this.#become(retouched(this.#history, product))
  }

  undo(): void {
    this.#become(undone(this.#history))
    void this.flush()
  }

  redo(): void {
    this.#become(redone(this.#history))
    void this.flush()
  }

  /** A step like any other: undo brings all of it back. */
  clear(): void {
    if (!this.empty) this.change(emptyOf(this.product.tool) as P)
  }

  async keep(): Promise<void> {
    this.#wanted = true
    this.#unsaved = true
    await this.flush()
  }

  /** Gone, from the phone too. The undo brings it back, and onto the screen if nothing else was begun there. */
  async letGo(): Promise<Undo> {
    await this.flush()
    const was = { id: this.#id, made_at: this.#made_at, history: this.#history, kept: this.#wanted }
    const back = await deleteMaking(this.#id)
    this.#place(crypto.randomUUID(), instant(), false)
    this.#history = begun(emptyOf(this.product.tool) as P)
    return async () => {
      await back()
      if (!this.empty) return
      this.#place(was.id, was.made_at, was.kept)
      this.#history = was.history
    }
  }

  /** Writes what is still resting; resolves when all is written. */
  flush = async (): Promise<void> => {
    clearTimeout(this.#resting)
    // The write before this one may have taken all of it along.
    this.#writing = this.#writing.then(() => (this.#unsaved ? this.#save() : undefined))
    await this.#writing
  }

  #become(history: History<P>): void {
    if (history === this.#history) return
    this.#history = history
    this.#unsaved = true
    clearTimeout(this.#resting)
    this.#resting = setTimeout(() => void this.flush(), REST_MS)
  }

  #place(id: string, made_at: string, kept: boolean): void {
    this.#id = id
    this.#made_at = made_at
    this.#wanted = kept
    this.state = kept ? 'kept' : 'open'
  }

  /** What was emptied again is not kept as such; a step back brings it there again. */
  async #save(): Promise<void> {
    this.#unsaved = false
    const { past, now, future } = this.#history
    const data = { made_at: this.#made_at, exercise: this.exercise, product: now }
    const kept = this.#wanted && !isEmpty(now)
    if (this.#wanted) this.state = 'keeping'
    try {
      await (kept
        ? keepMaking(this.#id, data)
        : saveDraft({ id: this.#id, data, steps: { past, future } }))
      this.state = kept ? 'kept' : 'open'
    } catch {
      this.#unsaved = true
      this.state = 'failed'
    }
  }
}

function historyOf<P extends Product>({ data, steps }: Draft): History<P> {
  return { ...steps, now: data.product } as History<P>
}

function instant(): string {
  return new Date().toISOString()
}
