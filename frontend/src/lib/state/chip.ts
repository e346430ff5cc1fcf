import type { SyncProgress } from '../db/types.ts'

export type SyncStatus = 'phone_only' | 'waiting' | 'syncing' | 'synced' | 'attention'
export type AttentionReason = 'account' | 'deletions' | 'set_aside'

/** What this phone knows about where its records are. */
export interface Standing {
  hasAccount: boolean
  pending: number
  asides: number
  progress: SyncProgress | undefined
  /** Something was saved after this was counted. */
  overtaken: boolean
}

/** Why the person is asked to look, the most urgent first. */
export function reasonOf({ asides, progress, hasAccount }: Standing): AttentionReason | undefined {
  if (hasAccount && progress?.attention) return progress.attention
  return asides > 0 ? 'set_aside' : undefined
}

/** The chip never claims more than the last answer of the server bears out. */
export function statusOf(standing: Standing, busy: boolean): SyncStatus {
  if (!standing.hasAccount) return 'phone_only'
  if (reasonOf(standing)) return 'attention'
  if (isAcknowledged(standing)) return 'synced'
  return busy ? 'syncing' : 'waiting'
}

function isAcknowledged({ pending, progress, overtaken }: Standing): boolean {
  return pending === 0 && !overtaken && progress?.acknowledged === true
}
