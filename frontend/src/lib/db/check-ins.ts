import { phone } from './database.ts'
import { getRow, shown } from './rows.ts'
import type { CheckInData, Row } from './types.ts'

/** Newest `occurred_at` first. */
export function listCheckIns(limit = Number.POSITIVE_INFINITY): Promise<Row<CheckInData>[]> {
  return newest(null, limit)
}

/** `from` up to, but not including, `to`; newest first. Reads these rows alone. */
export async function checkInsBetween(from: Date, to: Date): Promise<Row<CheckInData>[]> {
  const range = IDBKeyRange.bound(from.toISOString(), to.toISOString(), false, true)
  return phone.read(['check_ins'], async (tx) => {
    const rows = await tx.objectStore('check_ins').index('live').getAll(range)
    return rows.map((row) => shown<CheckInData>(row)).reverse()
  })
}

/** Newest first, up to and not including that moment. */
export function listBefore(at: string, limit: number): Promise<Row<CheckInData>[]> {
  return newest(IDBKeyRange.upperBound(at, true), limit)
}

async function newest(range: IDBKeyRange | null, limit: number): Promise<Row<CheckInData>[]> {
  return phone.read(['check_ins'], async (tx) => {
    const rows: Row<CheckInData>[] = []
    let cursor = await tx.objectStore('check_ins').index('live').openCursor(range, 'prev')
    while (cursor && rows.length < limit) {
      rows.push(shown<CheckInData>(cursor.value))
      cursor = await cursor.continue()
    }
    return rows
  })
}

/** Foggy spans that reach into `from` … `to`, also those that began long before. */
export async function fogBetween(from: Date, to: Date): Promise<Row<CheckInData>[]> {
  return phone.read(['check_ins'], async (tx) => {
    const ending = IDBKeyRange.lowerBound(from.toISOString())
    const rows = await tx.objectStore('check_ins').index('spans').getAll(ending)
    return rows
      .map((row) => shown<CheckInData>(row))
      .filter(({ data }) => data.kind === 'foggy_span' && data.occurred_at < to.toISOString())
  })
}

export function getCheckIn(id: string): Promise<Row<CheckInData> | undefined> {
  return getRow('check_ins', id)
}

/** The later feelings that were tied to this moment; oldest first. */
export async function belongingTo(id: string): Promise<Row<CheckInData>[]> {
  return phone.read(['check_ins'], async (tx) => {
    const rows = await tx.objectStore('check_ins').index('belongs_to').getAll(id)
    return rows
      .map((row) => shown<CheckInData>(row))
      .toSorted((a, b) => a.data.occurred_at.localeCompare(b.data.occurred_at))
  })
}
