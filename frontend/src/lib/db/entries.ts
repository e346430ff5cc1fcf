import type { Database } from './database.ts'
import { phone } from './database.ts'
import type { Entry, EntryData } from './private-types.ts'

/** Newest first. Notes have no `written_at`, so the index holds entries alone. */
export async function listEntries(limit = Number.POSITIVE_INFINITY): Promise<Entry[]> {
  return phone.read(['private'], async (tx) => {
    const entries: Entry[] = []
    let cursor = await tx.objectStore('private').index('written').openCursor(null, 'prev')
    while (cursor && entries.length < limit) {
      entries.push(cursor.value as Entry)
      cursor = await cursor.continue()
    }
    return entries
  })
}

export async function getEntry(id: string): Promise<Entry | undefined> {
  return phone.read(['private'], async (tx) => {
    const row = await tx.objectStore('private').get(id)
    return row?.kind === 'entry' ? row : undefined
  })
}

/**
 * One strict transaction; there is no outbox line. A page with no words on it is none. Another window may have written on
 * it since its words were `seen`: then both are kept, these as a page of their own. Returns the id they are under.
 */
export async function putEntry(
  database: Database,
  id: string,
  data: EntryData,
  seen = '',
): Promise<string> {
  return database.write(['private'], async (tx) => {
    const store = tx.objectStore('private')
    const row = await store.get(id)
    const there = row?.kind === 'entry' ? row.data.text : ''
    const own = there === seen ? id : crypto.randomUUID()
    if (data.text.trim()) await store.put({ id: own, kind: 'entry', data })
    else if (own === id) await store.delete(id)
    return own
  })
}

/** Returns what was there. */
export async function takeEntry(database: Database, id: string): Promise<Entry | undefined> {
  return database.write(['private'], async (tx) => {
    const row = await tx.objectStore('private').get(id)
    if (row?.kind !== 'entry') return undefined
    await tx.objectStore('private').delete(id)
    return row
  })
}
