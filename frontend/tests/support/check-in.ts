import type { RecordData } from '../../src/lib/db/types.ts'

export function checkIn(fields: RecordData = {}): RecordData {
  return {
    kind: 'check_in',
    occurred_at: '2026-11-23T20:30:00Z',
    time_zone: 'Europe/Berlin',
    nearness: 4,
    ...fields,
  }
}
