import type { Database } from './database.ts'
import { phone } from './database.ts'
import type { Signal } from './private-types.ts'

/** The one confirmed last comes first. */
export async function listSignals(): Promise<Signal[]> {
  return phone.read(['private'], async (tx) => {
    const rows = (await tx.objectStore('private').index('kind').getAll('signal')) as Signal[]
    return rows.sort((a, b) => b.data.confirmed_at.localeCompare(a.data.confirmed_at))
  })
}

/** There is no outbox line. */
export async function putSignal(database: Database, signal: Signal): Promise<void> {
  await database.write(['private'], (tx) => tx.objectStore('private').put(signal))
}

/** Returns what was there. */
export async function takeSignal(database: Database, id: string): Promise<Signal | undefined> {
  return database.write(['private'], async (tx) => {
    const row = await tx.objectStore('private').get(id)
    if (row?.kind !== 'signal') return undefined
    await tx.objectStore('private').delete(id)
    return row
  })
}
