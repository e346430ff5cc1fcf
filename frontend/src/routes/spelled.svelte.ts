import { vocabulary, type Word } from '../lib/content/vocabulary.ts'
import { enSignals } from '../lib/i18n/en-signals.ts'
import { own } from '../lib/state/own.ts'

/** How words are spelled: those of the vocabulary, and the person's own. */
class Spelled {
  #words = $state.raw<Word[] | undefined>()
  #own = $state.raw<ReadonlyMap<string, { text: string }> | undefined>()
  readonly #labels = $derived(new Map(this.#words?.map(({ slug, label }) => [slug, label])))

  constructor() {
    vocabulary().then(
      (words) => (this.#words = words),
      () => (this.#words = []),
    )
    own().subscribe((texts) => (this.#own = texts ?? this.#own))
  }

  get words(): Word[] {
    return this.#words ?? []
  }

  /** Both are read. */
  get ready(): boolean {
    return this.#words !== undefined && this.#own !== undefined
  }

  /** A word of one's own that was written on another phone has no name on this one. */
  knows(word: string): boolean {
    return !word.startsWith('own:') || this.#own?.has(word) === true
  }

  of = (word: string): string => {
    const text = this.#own?.get(word)?.text ?? this.#labels.get(word)
    return text ?? (word.startsWith('own:') ? enSignals.ownWord : word.replaceAll(/[_-]/g, ' '))
  }
}

export const spelled = new Spelled()
