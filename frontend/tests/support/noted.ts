import type { CheckInData, Row } from '../../src/lib/db/types.ts'

/** A check-in as a row, at `days` before noon of 23 November 2026 by the phone's clock. */
export function noted(fields: Partial<CheckInData> = {}, days = 0, hour = 12): Row<CheckInData> {
  const occurred_at = new Date(2026, 10, 23 - days, hour).toISOString()
  const data: CheckInData = { kind: 'check_in', occurred_at, time_zone: 'Europe/Berlin', ...fields }
  return { id: crypto.randomUUID(), data, revision: null }
}
