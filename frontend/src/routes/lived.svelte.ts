import { ownSeed } from '../lib/actions/ownSeed.ts'
import { exercises, type Exercise } from '../lib/content/catalogue.ts'
import { understanding, type UnderstandingCard } from '../lib/content/understanding.ts'
import type { CheckInData, PracticeData, Row } from '../lib/db/types.ts'
import { checkInsIn } from '../lib/state/check-ins.ts'
import { practicesIn } from '../lib/state/practices.ts'
import { soundsLikeMe } from '../lib/state/understand.ts'
import type { Known } from '../lib/suggest/suggest.ts'
import { reach } from './reach.ts'

/** What a suggestion is made from, read from this phone and followed while the screen stands. */
export class Lived {
  #shelf = $state.raw<Exercise[]>()
  #cards = $state.raw<UnderstandingCard[]>()
  #checkIns = $state.raw<CheckInData[]>()
  #practices = $state.raw<PracticeData[]>()
  #marks = $state.raw<string[]>()
  #seed = $state<number>()

  /** To be made while a component is. `cards`: all cards of Understand are wanted, not only those that were marked. */
  constructor(cards = false) {
    const { ever, recently, ahead } = reach()
    $effect(() => {
      void exercises().then(
        (found) => (this.#shelf = found),
        () => (this.#shelf = []),
      )
      void ownSeed().then((seed) => (this.#seed = seed))
    })
    $effect(() => practicesIn(ever, ahead).subscribe((rows) => (this.#practices = dataOf(rows))))
    $effect(() => checkInsIn(recently, ahead).subscribe((rows) => (this.#checkIns = dataOf(rows))))
    $effect(() => soundsLikeMe().subscribe((marks) => (this.#marks = marks)))
    $effect(() => {
      if (cards || this.#marks?.length) void this.#read()
    })
  }

  get seed(): number {
    return this.#seed ?? 0
  }

  get cards(): UnderstandingCard[] {
    return this.#cards ?? []
  }

  /** The slugs of the cards that were marked, in the order of marking. */
  get marks(): string[] {
    return this.#marks ?? []
  }

  /** undefined: not all is read yet. */
  get known(): Known<Exercise> | undefined {
    const [shelf, checkIns, practices] = [this.#shelf, this.#checkIns, this.#practices]
    if (!shelf || !checkIns || !practices || !this.#ready) return undefined
    const marked = this.cards.filter(({ slug }) => this.marks.includes(slug))
    return { shelf, checkIns, practices, marked }
  }

  get #ready(): boolean {
    const waiting = this.#marks === undefined || (this.#marks.length > 0 && !this.#cards)
    return this.#seed !== undefined && !waiting
  }

  async #read(): Promise<void> {
    this.#cards = await understanding().catch(() => [])
  }
}

function dataOf<D>(rows: Row<D>[] | undefined): D[] | undefined {
  return rows?.map(({ data }) => data)
}
