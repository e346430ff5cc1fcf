import { askServer } from '../../lib/actions/askServer.ts'
import type { Next } from '../../lib/actions/signIn.ts'
import { enAccount } from '../../lib/i18n/en-account.ts'
import { wordsOf } from '../refusal.ts'
import { forgetSentTo, sentTo } from '../sent-to.ts'

export type Way = 'email' | 'password' | 'codes'

/** One signing in: which way, what was said, and whether a second proof is wanted. Fields keep what was typed. */
export class Visit {
  #busy = $state(false)
  #said = $state('')
  #mail = $state<boolean | undefined>()
  #next = $state.raw<Next | undefined>()
  way = $state<Way | undefined>(wayOfCode())
  email = $state(sentTo('password-code'))

  get busy(): boolean {
    return this.#busy
  }

  get said(): string {
    return this.#busy ? enAccount.busy : this.#said
  }

  /** Undefined until the server has answered. */
  get mail(): boolean | undefined {
    return this.#mail
  }

  get isIn(): boolean {
    return this.#next === 'in'
  }

  /** What the second proof may be, once the first was taken. */
  get second(): string[] | undefined {
    return this.#next === 'in' ? undefined : this.#next
  }

  async look(): Promise<void> {
    await this.doing(async () => {
      this.#mail = (await askServer()).mail
    })
    // Nothing was tried yet, so nothing has failed.
    if (this.#said === enAccount.offline) this.#said = enAccount.signIn.offline
  }

  choose(way: Way | undefined): void {
    this.way = way
    this.#next = undefined
    this.#said = ''
  }

  prove(proof: () => Promise<Next>): void {
    void this.doing(async () => {
      this.#next = await proof()
      forgetSentTo('sign-in-code', 'password-code')
    })
  }

  async doing(work: () => Promise<void>): Promise<boolean> {
    this.#busy = true
    this.#said = ''
    try {
      await work()
      return true
    } catch (error) {
      this.#said = wordsOf(error)
      return false
    } finally {
      this.#busy = false
    }
  }
}

/** Where a code is on its way, this is where it is asked for. */
function wayOfCode(): Way | undefined {
  if (sentTo('sign-in-code')) return 'email'
  return sentTo('password-code') ? 'password' : undefined
}
