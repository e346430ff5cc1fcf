import { makeRecoveryCodes } from '../../lib/actions/changeWays.ts'
import { enAccount as t } from '../../lib/i18n/en-account.ts'
import { Refused } from '../../lib/refused.ts'
import { accountState } from '../../lib/state/account.svelte.ts'
import { wordsOf } from '../refusal.ts'

/** What stands in front of the cards: codes to keep, and the question whether it is you. */
export class Hall {
  /** Shown once, until they are put away. */
  codes = $state.raw<string[]>([])
  /** Does again what was asked for, once it was shown that it is you. */
  asked = $state.raw<(() => Promise<unknown>) | undefined>()

  async proven(): Promise<void> {
    const again = this.asked
    this.asked = undefined
    await again?.()
  }
}

/** One card: what is under way there, and what was said of it. */
export class Desk {
  #busy = $state(false)
  #said = $state('')

  constructor(private readonly hall: Hall) {}

  get busy(): boolean {
    return this.#busy
  }

  get said(): string {
    return this.#busy ? t.busy : this.#said
  }

  /** Whether it was done; if not, why not is said. */
  async doing(work: () => Promise<string>): Promise<boolean> {
    this.#busy = true
    this.#said = ''
    try {
      this.#said = await work()
      return true
    } catch (error) {
      if (error instanceof Refused && error.code === 'proof')
        this.hall.asked = () => this.doing(work)
      else this.#said = wordsOf(error)
      return false
    } finally {
      this.#busy = false
    }
  }

  /** A way in that can be lost with the phone comes with codes for that day; added it is without them too. */
  async withCodes(said: string): Promise<string> {
    if (accountState.current?.ways?.recovery_codes !== 0) return said
    return this.showCodes().then(
      () => said,
      () => `${said} ${t.codes.notFetched}`,
    )
  }

  async showCodes(): Promise<void> {
    this.hall.codes = await makeRecoveryCodes()
  }
}
