import type Invite from '../invite/Invite.svelte'
import type More from './More.svelte'
import type Offers from './Offers.svelte'
import type Quiet from './Quiet.svelte'

/** What Today shows beneath the question or after the first answer. */
export interface Parts {
  Invite: typeof Invite
  More: typeof More
  Offers: typeof Offers
  Quiet: typeof Quiet
}

/** Fetched once the question stands, in this order. */
export const later: (() => Promise<Partial<Parts>>)[] = [
  async () => ({ Offers: (await import('./Offers.svelte')).default }),
  async () => ({ More: (await import('./More.svelte')).default }),
  async () => ({ Invite: (await import('../invite/Invite.svelte')).default }),
  async () => ({ Quiet: (await import('./Quiet.svelte')).default }),
]
