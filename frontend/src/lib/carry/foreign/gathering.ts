import type { CheckInData } from '../../db/types.ts'
import { nothingFrom, type Incoming, type Misfit, type Source } from '../incoming.ts'
import { idOf } from './ids.ts'

type List = 'words' | 'around'

/** What the importer knows of Thaw's own words: their labels in small letters, and what a check-in holds for them. */
export type Known = Record<List, Record<string, string>>

/** One entry of another app, in terms of Thaw. */
export interface Noticed {
  /** Where it stands in the file, and its text, should it not be understood. */
  at: string
  text: string
  /** What it is known again by. */
  key: string[]
  occurred_at: string
  pleasantness?: number | undefined
  words?: string[]
  around?: string[]
  note?: string
}

/** A check-in holds so many words, and so many tags. */
const MOST = 20

/** Turns what other apps noted into rows, and remembers what had no place. Nearness is never made up: nobody asked for it. */
export class Gathering {
  readonly #incoming: Incoming
  readonly #own = new Map<string, string>()
  readonly #dropped = new Map<string, number>()

  constructor(
    private readonly source: Source,
    private readonly zone: string,
    private readonly known: Known,
  ) {
    this.#incoming = nothingFrom(source)
  }

  async add(noticed: Noticed): Promise<void> {
    const answers = await this.#answers(noticed)
    if (Object.keys(answers).length > 0) await this.#checkIn(noticed, answers)
    else if (noticed.note) await this.#page(noticed)
    else this.misread(noticed.at, 'nothing', noticed.text)
  }

  misread(at: string, why: Misfit, text: string): void {
    this.#incoming.misread.push({ at, why, text })
  }

  /** Something that Thaw has no place for, or that is better left where it was. */
  drop(name: string): void {
    this.#dropped.set(name, (this.#dropped.get(name) ?? 0) + 1)
  }

  done(): Incoming {
    const { misread } = this.#incoming
    const inOrder = misread.toSorted((a, b) => Number(a.at) - Number(b.at))
    return { ...this.#incoming, misread: inOrder, dropped: [...this.#dropped] }
  }

  async #answers(noticed: Noticed): Promise<Partial<CheckInData>> {
    const words = await this.#slugs(noticed, 'words')
    const around = await this.#slugs(noticed, 'around')
    const { pleasantness } = noticed
    return {
      ...(pleasantness !== undefined && { pleasantness }),
      ...(words.length > 0 && { words }),
      ...(around.length > 0 && { around }),
    }
  }

  async #checkIn(noticed: Noticed, answers: Partial<CheckInData>): Promise<void> {
    const id = await idOf(this.source, ...noticed.key)
    const moment = { kind: 'check_in', occurred_at: noticed.occurred_at, time_zone: this.zone }
    this.#incoming.records.push({ collection: 'check_ins', id, data: { ...moment, ...answers } })
    const text = noticed.note?.trim()
    if (!text) return
    const note = { id: await idOf(this.source, 'note', ...noticed.key), kind: 'note', record: id }
    this.#incoming.privates.push({ ...note, data: { text } })
  }

  /** Words without any answer beside them are a page of one's own. */
  async #page({ key, note = '', occurred_at }: Noticed): Promise<void> {
    const id = await idOf(this.source, 'page', ...key)
    const data = { text: note.trim(), written_at: occurred_at }
    this.#incoming.privates.push({ id, kind: 'entry', data })
  }

  async #slugs(noticed: Noticed, list: List): Promise<string[]> {
    const slugs = new Set<string>()
    for (const label of noticed[list] ?? []) slugs.add(await this.#slugOf(label.trim(), list))
    slugs.delete('')
    const all = [...slugs]
    if (all.length > MOST)
      this.misread(noticed.at, 'too_many', (noticed[list] ?? []).slice(MOST).join(', '))
    return all.slice(0, MOST)
  }

  async #slugOf(text: string, list: List): Promise<string> {
    const folded = text.toLowerCase()
    if (!folded) return ''
    const known = this.known[list]
    if (Object.hasOwn(known, folded)) return known[folded] ?? ''
    const key = `${list} ${folded}`
    const before = this.#own.get(key)
    if (before) return before
    // The source plays no part: two apps that name it alike mean one word.
    const id = await idOf('own', list, folded)
    this.#incoming.privates.push({ id, kind: 'own', data: { text, list } })
    this.#own.set(key, `own:${id}`)
    return `own:${id}`
  }
}
