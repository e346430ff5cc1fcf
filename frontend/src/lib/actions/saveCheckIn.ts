import type { CheckInData, Row } from '../db/types.ts'
import { commit, compact } from './commit.ts'

export type CheckInInput = Partial<CheckInData> & { note?: string }

/** Keep a check-in, a glimmer or a foggy span. The note stays in the private store of this phone. */
export async function saveCheckIn({ note, ...answers }: CheckInInput): Promise<Row<CheckInData>> {
  const data = compact({
    kind: 'check_in',
    occurred_at: new Date().toISOString(),
    time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...answers,
  })
  return commit({ collection: 'check_ins', id: crypto.randomUUID(), next: () => data, note })
}
