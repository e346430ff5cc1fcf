import { phone } from './database.ts'
import { shown } from './rows.ts'
import type { PracticeData, Row } from './types.ts'

/** Begun from `from` up to, but not including, `to`; newest first. Reads these rows alone. */
export async function practicesBetween(from: Date, to: Date): Promise<Row<PracticeData>[]> {
  const range = IDBKeyRange.bound(from.toISOString(), to.toISOString(), false, true)
  return phone.read(['practices'], async (tx) => {
    const rows = await tx.objectStore('practices').index('live').getAll(range)
    return rows.map((row) => shown<PracticeData>(row)).reverse()
  })
}
