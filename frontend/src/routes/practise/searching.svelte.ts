import type { Exercise } from '../../lib/content/catalogue.ts'
import { named } from './named.ts'
import type { Find } from './search.ts'
import { rememberTyped, typedHere } from './typed.ts'
import { wordsOf } from './words.ts'

/** The search field: what is in it, and what it finds. */
export class Searching {
  #text = $state(typedHere())
  #wanted = $state(typedHere() !== '')
  #find = $state.raw<Find>()
  #failed = $state(false)

  get text(): string {
    return this.#text
  }

  /** There is a word to look for. */
  get asks(): boolean {
    return wordsOf(this.#text).length > 0
  }

  /** The field was touched: its index will be needed. */
  get wanted(): boolean {
    return this.#wanted
  }

  /** The index did not come: no network yet, and no worker. */
  get failed(): boolean {
    return this.#failed
  }

  type(text: string): void {
    this.#text = text
    this.#wanted = true
    rememberTyped(text)
  }

  want(): void {
    this.#wanted = true
  }

  async load(catalogue: readonly Exercise[]): Promise<void> {
    try {
      const { searchIn } = await import('./search.ts')
      this.#find = await searchIn(catalogue)
      this.#failed = false
    } catch {
      this.#failed = true
      this.#wanted = false // the next letter tries again
    }
  }

  /** Of those that fit, what was searched for, the best first; undefined when nothing is. */
  among(fitting: readonly Exercise[]): Exercise[] | undefined {
    return this.#find && this.asks ? named(fitting, this.#find(this.#text)) : undefined
  }
}
