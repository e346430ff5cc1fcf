import { Carrier } from '../../lib/actions/carry.ts'
import type { Last, Preview, Progress } from '../../lib/carry/desk.ts'
import type { TakenBack } from '../../lib/carry/take-back.ts'
import type { Inventory } from '../../lib/carry/inventory.ts'
import { Unreadable, type Trouble } from '../../lib/carry/unreadable.ts'
import { vocabulary } from '../../lib/content/vocabulary.ts'
import { enSteps } from '../../lib/i18n/en-steps.ts'

type Stage = 'choosing' | 'working' | 'locked' | 'preview' | 'done' | 'taken_back'

/** Bringing a file in, step by step; the file is written only in `bring`. */
export class Importing {
  stage = $state<Stage>('choosing')
  progress = $state.raw<Progress>()
  trouble = $state<Trouble>()
  preview = $state.raw<Preview>()
  last = $state.raw<Last>()
  made = $state.raw<Inventory>({})
  takenBack = $state.raw<TakenBack>()
  stopped = $state(false)
  zone = $state(Intl.DateTimeFormat().resolvedOptions().timeZone)
  readonly #carrier = new Carrier()

  async look(): Promise<void> {
    this.last = await this.#carrier.ask('last', [])
  }

  open(file: File): Promise<void> {
    return this.#work('choosing', async () => {
      const source = await this.#carrier.ask('open', [file], this.#tell)
      if (source === 'locked') this.stage = 'locked'
      else await this.#look()
    })
  }

  unlock(passphrase: string): Promise<void> {
    return this.#work('locked', async () => {
      await this.#carrier.ask('unlock', [passphrase], this.#tell)
      await this.#look()
    })
  }

  /** Read again, as noted in another time zone. */
  choose(zone: string): Promise<void> {
    this.zone = zone
    return this.#work('preview', () => this.#look())
  }

  bring(): Promise<void> {
    return this.#work('preview', async () => {
      const made = await this.#carrier.ask('bring', [], this.#tell)
      this.made = made > 0 ? (this.preview?.fresh ?? {}) : {}
      this.last = undefined
      this.stage = 'done'
    })
  }

  takeBack(): Promise<void> {
    return this.#work(this.stage, async () => {
      this.takenBack = await this.#carrier.ask('takeBack', [], this.#tell)
      this.last = undefined
      this.stage = 'taken_back'
    })
  }

  again = (): void => {
    this.trouble = undefined
    this.stopped = false
    this.stage = 'choosing'
    this.look().catch(() => undefined)
  }

  get writing(): boolean {
    return this.stage === 'working' && this.progress?.phase === 'writing'
  }

  stop = (): void => {
    const { writing } = this
    this.#carrier.close()
    this.again()
    this.stopped = writing
  }

  close(): void {
    this.#carrier.close()
  }

  /** Should it fail, the person is where they were, with a sentence. */
  async #work(before: Stage, work: () => Promise<void>): Promise<void> {
    this.stage = 'working'
    this.progress = undefined
    this.trouble = undefined
    this.stopped = false
    try {
      await work()
    } catch (error) {
      this.trouble = error instanceof Unreadable ? error.trouble : 'failed'
      this.stage = before
    }
  }

  async #look(): Promise<void> {
    this.preview = await this.#carrier.ask('preview', [this.zone, await known()], this.#tell)
    this.stage = 'preview'
  }

  readonly #tell = (progress: Progress): void => {
    this.progress = progress
  }
}

/** Thaw's own words, by their labels in small letters: what another app calls the same is the same. */
async function known() {
  const words = await vocabulary()
  const tags = Object.entries(enSteps.around.tags)
  return {
    words: Object.fromEntries(words.map(({ label, slug }) => [label.toLowerCase(), slug])),
    around: Object.fromEntries(tags.map(([slug, label]) => [label.toLowerCase(), slug])),
  }
}
