import type { PracticeData } from '../db/types.ts'

const TOO_MUCH = -2
/** In steps of the slider. 'Something without a name' is a feeling that came: helpful enough. */
const THAW: Partial<Record<string, number>> = { more: 1.5, unnamed: 1, same: 0, less: -1.5 }
/** A single leap says no more than this. */
const MOST = 3

/** What one practice says, in steps of the slider; undefined when nothing was said. Absences are never numbers. */
export function scoreOf(practice: PracticeData): number | undefined {
  if (practice.ended_by === 'too_much') return TOO_MUCH
  const thaw = practice.thaw && THAW[practice.thaw]
  const change = changeOf(practice)
  if (change === undefined) return thaw
  const step = Math.max(-MOST, Math.min(MOST, change))
  return thaw === undefined ? step : (step + thaw) / 2
}

/** Of the practices with a nearness before and after, those after which feelings were nearer. */
export function nearerAfter(practices: readonly PracticeData[]): { of: number; nearer: number } {
  const changes = practices.map(changeOf).filter((change) => change !== undefined)
  return { of: changes.length, nearer: changes.filter((change) => change > 0).length }
}

function changeOf({ nearness_before, nearness_after }: PracticeData): number | undefined {
  if (nearness_before === undefined || nearness_after === undefined) return undefined
  return nearness_after - nearness_before
}
