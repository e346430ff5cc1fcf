import { phone } from '../db/database.ts'
import { live } from '../db/live.ts'
import { getMeta } from '../db/meta.ts'
import type { Account } from '../db/types.ts'
import { Observed } from './observe.svelte.ts'

class AccountState {
  readonly #account = new Observed(
    live(['meta'], async () => (await getMeta(phone, 'account')) ?? null),
  )

  get current(): Account | undefined {
    return this.#account.value ?? undefined
  }
}

export const accountState = new AccountState()
