import type { CheckInData, Row } from '../db/types.ts'
import { changed, commit } from './commit.ts'

export type CheckInChanges = { [field in keyof CheckInData]?: CheckInData[field] | null }

/** null removes a field; a note left out stays as it is, an empty one is removed. */
export async function editCheckIn(
  id: string,
  changes: CheckInChanges,
  note?: string,
): Promise<Row<CheckInData>> {
  return commit({ collection: 'check_ins', id, next: changed('check_ins', changes), note })
}
