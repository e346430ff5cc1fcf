import { vocabulary, type Word } from '../../lib/content/vocabulary.ts'
import { own } from '../../lib/state/own.ts'

/** How words are spelled: those of the vocabulary, and the person's own. */
class Labels {
  #words = $state.raw<Word[]>([])
  #own = $state.raw<Map<string, { text: string }>>(new Map())
  readonly #spelled = $derived(new Map(this.#words.map(({ slug, label }) => [slug, label])))

  constructor() {
    vocabulary().then(
      (words) => (this.#words = words),
      () => undefined,
    )
    own().subscribe((texts) => (this.#own = texts ?? this.#own))
  }

  get words(): Word[] {
    return this.#words
  }

  /** A word of a newer vocabulary, or one whose text lies on another phone, is named as well as can be. */
  of = (word: string): string => {
    const text = this.#own.get(word)?.text ?? this.#spelled.get(word)
    return text ?? (word.startsWith('own:') ? '…' : word.replaceAll(/[_-]/g, ' '))
  }
}

export const labels = new Labels()
