import { pages } from '../carry/collect.ts'
import { phone } from '../db/database.ts'
import type { CheckInData, PracticeData, Row, StoredRow } from '../db/types.ts'

/** All that tables are made of. Read a page at a time, so that a screen in use never stands still. */
export interface TableRows {
  checkIns: Row<CheckInData>[]
  practices: Row<PracticeData>[]
  /** By the id of their check-in. */
  notes: Map<string, string>
}

export async function readRows(): Promise<TableRows> {
  return phone.read(['check_ins', 'practices', 'private'], async (tx) => {
    const checkIns: StoredRow[] = []
    for await (const page of pages<StoredRow>(tx, 'check_ins')) checkIns.push(...page)
    const practices: StoredRow[] = []
    for await (const page of pages<StoredRow>(tx, 'practices')) practices.push(...page)
    const notes = await tx.objectStore('private').index('kind').getAll('note')
    return {
      checkIns: living(checkIns, 'occurred_at') as Row<CheckInData>[],
      practices: living(practices, 'started_at') as Row<PracticeData>[],
      notes: new Map(
        notes.flatMap((row) => (row.kind === 'note' ? [[row.record, row.data.text]] : [])),
      ),
    }
  })
}

/** Oldest first, as tables are read. */
function living(rows: StoredRow[], at: string): StoredRow[] {
  const moment = ({ data }: StoredRow) => String(data[at])
  return rows.filter((row) => !row.deleted).sort((a, b) => (moment(a) < moment(b) ? -1 : 1))
}
