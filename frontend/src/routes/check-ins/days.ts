import type { CheckInData, Row } from '../../lib/db/types.ts'
import { dayOf } from '../../lib/i18n/dates.ts'

export interface Day {
  name: string
  rows: Row<CheckInData>[]
}

/** Group rows that are already newest first by the phone's own days. */
export function byDay(rows: Row<CheckInData>[]): Day[] {
  const days: Day[] = []
  for (const row of rows) {
    const name = dayOf(new Date(row.data.occurred_at))
    const last = days.at(-1)
    if (last?.name === name) last.rows.push(row)
    else days.push({ name, rows: [row] })
  }
  return days
}
