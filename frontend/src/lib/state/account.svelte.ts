import { live } from '../db/live.ts'
import { account } from '../db/queries.ts'
import type { Account } from '../db/types.ts'
import { Observed } from './observe.svelte.ts'

class AccountState {
  readonly #account = new Observed(live(['meta'], async () => (await account()) ?? null))

  get current(): Account | undefined {
    return this.#account.value ?? undefined
  }
}

export const accountState = new AccountState()
