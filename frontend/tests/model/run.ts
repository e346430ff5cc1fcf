import type { RecordData } from '../../src/lib/db/types.ts'
import { checkIn } from '../support/check-in.ts'
import type { Phone } from '../support/phone.ts'
import type { Change, Step, Sync } from './steps.ts'

/** The same in every run of a seed. */
function idOf(count: number): string {
  return `00000000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`
}

/** The one sealed record that all phones write on. */
export const PAGE = idOf(0)

/** What must be true in the end, from what the person was told is saved. */
export class Expectation {
  readonly saved = new Set<string>()
  /** Deleted by someone, or refused: no promise is made about these. */
  readonly gone = new Set<string>()
  /** The edits that whoever deleted a record had seen: any other edit beats the delete. */
  readonly doomed = new Map<string, Set<string>>()
  readonly poison = new Set<string>()
  readonly words = new Map<string, Set<string>>()
  readonly marks = new Map<string, string>()
  restored = false
}

export interface Backups {
  keep: () => void
  restore: () => void
}

/** One sequence of steps on phones that share an account. */
export class Run {
  readonly expected = new Expectation()
  #count = 0

  constructor(
    readonly phones: Phone[],
    private readonly backups: Backups,
  ) {}

  async step(step: Step): Promise<void> {
    switch (step.do) {
      case 'backup':
        this.backups.keep()
        return
      case 'restore':
        this.backups.restore()
        this.expected.restored = true
        return
      case 'sync':
        return this.#sync(step)
      case 'tabs':
        return this.#tabs(step.phone)
      default:
        return this.#change(step)
    }
  }

  async #change(step: Change): Promise<void> {
    switch (step.do) {
      case 'edit':
        return this.#edit(step)
      case 'delete':
        return this.#delete(step)
      case 'undo':
        return this.#undo(step)
      case 'seal':
        return this.#seal(step)
      default:
        return this.#save(step, step.do === 'poison')
    }
  }

  async #save(step: Change, poison: boolean): Promise<void> {
    const id = idOf(++this.#count)
    const data = checkIn({ future: { field: this.#count }, ...(poison && { nearness: 99 }) })
    const mine = this.phone(step.phone)
    // A crash after the commit leaves the record though nobody was told: it may stay, it may not vanish later.
    if (await mine.survives(step.crash, () => mine.save(id, data))) this.expected.saved.add(id)
    if (!poison) return
    this.expected.poison.add(id)
    this.expected.gone.add(id)
  }

  async #edit({ phone, pick, crash }: Change): Promise<void> {
    const mine = this.phone(phone)
    const id = await this.#choose(mine, pick)
    if (id === undefined) return
    const mark = `${++this.#count}`
    const told = await mine.survives(crash, () =>
      mine.edit(id, (data) => ({
        ...data,
        [`mark_${phone}`]: mark,
        words: [...wordsOf(data), mark],
      })),
    )
    if (!told && (await mine.live()).get(id)?.[`mark_${phone}`] !== mark) return
    this.expected.marks.set(`${id}/mark_${phone}`, mark)
    this.expected.words.set(id, (this.expected.words.get(id) ?? new Set()).add(mark))
  }

  async #delete({ phone, pick, crash }: Change): Promise<void> {
    const mine = this.phone(phone)
    const id = await this.#choose(mine, pick)
    if (id === undefined) return
    this.expected.gone.add(id)
    const seen = wordsOf((await mine.live()).get(id))
    this.expected.doomed.set(id, new Set([...(this.expected.doomed.get(id) ?? []), ...seen]))
    await mine.survives(crash, () => mine.remove(id))
  }

  /** What was deleted comes back under its id, on any phone. */
  async #undo({ phone, pick, crash }: Change): Promise<void> {
    const mine = this.phone(phone)
    const gone = [...this.expected.gone].filter((id) => !this.expected.poison.has(id))
    const id = gone[pick % Math.max(1, gone.length)]
    if (id === undefined) return
    const data = checkIn({ future: { field: ++this.#count } })
    await mine.survives(crash, () => mine.save(id, data))
  }

  /** One sealed page that all phones write on. */
  async #seal({ phone, crash }: Change): Promise<void> {
    const mine = this.phone(phone)
    const envelope = { v: 1, key_id: 'k', iv: 'AAECAwQFBgcICQoL', ciphertext: `c${++this.#count}` }
    const write = () => mine.change('sealed', PAGE, (data) => ({ ...data, kind: 'note', envelope }))
    await mine.survives(crash, write)
  }

  async #sync({ phone, typing, link, crash }: Sync): Promise<void> {
    const mine = this.phone(phone)
    const mark = `${++this.#count}`
    const typed = { id: '', told: false }
    const type = async () => {
      const id = await this.#choose(mine, typing)
      if (id === undefined) return
      typed.id = id
      await mine.edit(id, (data) => ({ ...data, [`mark_${phone}`]: mark }))
      typed.told = true
    }
    await mine.survives(crash, () => mine.sync(once(type), link))
    const { id, told } = typed
    if (told || (await mine.live()).get(id)?.[`mark_${phone}`] === mark)
      this.expected.marks.set(`${id}/mark_${phone}`, mark)
  }

  /** Two tabs, or a tab and the worker, on a browser without Web Locks. */
  async #tabs(index: number): Promise<void> {
    const mine = this.phone(index)
    await Promise.all([mine.sync(), mine.sync()])
  }

  async #choose(mine: Phone, which: number | undefined): Promise<string | undefined> {
    if (which === undefined) return undefined
    const ids = [...(await mine.live()).keys()].filter((id) => this.#isPlain(id)).toSorted()
    return ids[which % Math.max(1, ids.length)]
  }

  #isPlain(id: string): boolean {
    return id !== PAGE && !this.expected.poison.has(id)
  }

  phone(index: number): Phone {
    const mine = this.phones[index]
    if (!mine) throw new Error(`no phone ${index}`)
    return mine
  }
}

export type Held = Map<string, RecordData>

export function wordsOf(data: RecordData | undefined): string[] {
  return (data?.['words'] as string[] | undefined) ?? []
}

function once(work: () => Promise<unknown>): () => Promise<unknown> {
  let done: Promise<unknown> | undefined
  return () => (done ??= work())
}
