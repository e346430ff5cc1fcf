import { phone } from './database.ts'
import { getMeta } from './meta.ts'
import type {
  Account,
  CheckInData,
  CollectionName,
  ReminderData,
  Row,
  SetAside,
  StoredRow,
} from './types.ts'

/** Newest `occurred_at` first. */
export async function listCheckIns(limit = Number.POSITIVE_INFINITY): Promise<Row<CheckInData>[]> {
  return phone.read(['check_ins'], async (tx) => {
    const rows: Row<CheckInData>[] = []
    let cursor = await tx.objectStore('check_ins').index('live').openCursor(null, 'prev')
    while (cursor && rows.length < limit) {
      rows.push(shown<CheckInData>(cursor.value))
      cursor = await cursor.continue()
    }
    return rows
  })
}

/** `from` up to, but not including, `to`; newest first. Reads these rows alone. */
export async function checkInsBetween(from: Date, to: Date): Promise<Row<CheckInData>[]> {
  const range = IDBKeyRange.bound(from.toISOString(), to.toISOString(), false, true)
  return phone.read(['check_ins'], async (tx) => {
    const rows = await tx.objectStore('check_ins').index('live').getAll(range)
    return rows.map((row) => shown<CheckInData>(row)).reverse()
  })
}

export function getCheckIn(id: string): Promise<Row<CheckInData> | undefined> {
  return getRow('check_ins', id)
}

/** Earliest in the day first. */
export async function listReminders(): Promise<Row<ReminderData>[]> {
  return phone.read(['reminders'], async (tx) => {
    const rows = await tx.objectStore('reminders').index('live').getAll()
    return rows.map((row) => shown<ReminderData>(row))
  })
}

export function getReminder(id: string): Promise<Row<ReminderData> | undefined> {
  return getRow('reminders', id)
}

export async function noteOf(checkInId: string): Promise<string | undefined> {
  return phone.read(['private'], async (tx) => {
    const row = await tx.objectStore('private').index('record').get(checkInId)
    return row?.data.text
  })
}

export async function setAside(): Promise<SetAside[]> {
  return phone.read(['set_aside'], (tx) => tx.objectStore('set_aside').getAll())
}

export function account(): Promise<Account | undefined> {
  return getMeta(phone, 'account')
}

async function getRow<D>(collection: CollectionName, id: string): Promise<Row<D> | undefined> {
  return phone.read([collection], async (tx) => {
    const row = await tx.objectStore(collection).get(id)
    return row && !row.deleted ? shown<D>(row) : undefined
  })
}

function shown<D>({ id, data, revision }: StoredRow): Row<D> {
  return { id, data: data as D, revision }
}
