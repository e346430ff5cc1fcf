import { Carrier } from '../../lib/actions/carry.ts'
import type { Progress } from '../../lib/carry/desk.ts'
import type { Inventory } from '../../lib/carry/inventory.ts'
import { tableFiles, wholeFile } from './files.ts'

export const FORMS = ['plain', 'locked', 'tables'] as const
export type Form = (typeof FORMS)[number]
type Stage = 'choosing' | 'working' | 'ready' | 'failed'

/** Making a file, from the choice to the file at hand. */
export class Making {
  stage = $state<Stage>('choosing')
  inventory = $state.raw<Inventory>()
  progress = $state.raw<Progress>()
  files = $state.raw<File[]>([])
  readonly #carrier = new Carrier()

  async look(): Promise<void> {
    this.inventory = await this.#carrier.ask('inventory', [])
  }

  async make(form: Form, passphrase: string): Promise<void> {
    this.stage = 'working'
    this.progress = undefined
    try {
      const files = await (form === 'tables' ? tableFiles() : this.#whole(form, passphrase))
      // Stopped in the meantime.
      if (!this.#isWorking()) return
      this.files = files
      this.stage = 'ready'
    } catch {
      this.stage = 'failed'
    }
  }

  again(): void {
    this.files = []
    this.stage = 'choosing'
  }

  stop = (): void => {
    this.#carrier.close()
    this.again()
  }

  close(): void {
    this.#carrier.close()
  }

  #isWorking(): boolean {
    return this.stage === 'working'
  }

  async #whole(form: Form, passphrase: string): Promise<File[]> {
    const version = import.meta.env.VITE_VERSION
    const locked = form === 'locked'
    const file = await this.#carrier.ask(
      'make',
      locked ? [version, passphrase] : [version],
      (now) => {
        this.progress = now
      },
    )
    return [wholeFile(file, locked)]
  }
}
