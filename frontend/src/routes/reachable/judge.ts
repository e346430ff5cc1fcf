import type { Reach } from '../../lib/push/examine.ts'
import type { enReach as t } from '../../lib/i18n/en-reach.ts'

export type Problem = keyof typeof t.problems
export type Cure = 'allow' | 'renew' | 'rebuild'
export type Answer = 'yes' | 'no' | 'unknown'

/** The first thing in the way, in the order in which they have to be put right; undefined when nothing is. */
export function problemOf(reach: Reach, onApple: boolean): Problem | undefined {
  return ofBrowser(reach, onApple) ?? ofPhone(reach) ?? ofServer(reach)
}

function ofBrowser({ permission, server }: Reach, onApple: boolean): Problem | undefined {
  if (permission === 'unsupported') return onApple ? 'home' : 'unsupported'
  if (server === 'no_account') return 'not_asked_for'
  if (permission === 'denied') return 'denied'
  return permission === 'default' ? 'not_allowed' : undefined
}

function ofPhone({ worker, subscribed, server }: Reach): Problem | undefined {
  // Without the server's word no address can be made.
  if (server === 'signed_out') return 'signed_out'
  if (worker === 'none') return 'no_worker'
  return subscribed ? undefined : 'no_address'
}

function ofServer({ server, known, sameKey }: Reach): Problem | undefined {
  if (server !== 'answered') return 'no_answer'
  if (!known) return 'unknown'
  if (known.retired_at) return 'retired'
  return sameKey ? undefined : 'old_key'
}

/** What one tap can do about it. */
export const CURES: Partial<Record<Problem, Cure>> = {
  not_allowed: 'allow',
  no_worker: 'rebuild',
  no_address: 'renew',
  unknown: 'renew',
  retired: 'renew',
  old_key: 'renew',
}

type Check = 'browser' | 'allowed' | 'worker' | 'address' | 'known' | 'key'

/** Each part on its own, as far as the one before it leads; what only the server can say is not guessed. */
export function checksOf(reach: Reach): [Check, Answer][] {
  const { permission, worker, subscribed } = reach
  return [
    ['browser', word(permission !== 'unsupported')],
    ['allowed', word(permission === 'granted')],
    ['worker', word(worker !== 'none')],
    ['address', word(subscribed)],
    ...(subscribed ? ofAddress(reach) : []),
  ]
}

function ofAddress({ server, known, sameKey }: Reach): [Check, Answer][] {
  const asked = server === 'answered'
  return [
    ['known', asked ? word(known?.retired_at === null) : 'unknown'],
    ['key', asked ? word(sameKey === true) : 'unknown'],
  ]
}

function word(holds: boolean): Answer {
  return holds ? 'yes' : 'no'
}
