import type { Database } from './database.ts'
import { phone } from './database.ts'
import type { Draft, Making } from './private-types.ts'

/** So long a thing that was left open is there to go on with. */
const OPEN_MS = 24 * 60 * 60_000

/** Newest first. */
export async function listMakings(): Promise<Making[]> {
  return phone.read(['private'], async (tx) => {
    const rows = (await tx.objectStore('private').index('kind').getAll('making')) as Making[]
    return rows.sort(newestFirst)
  })
}

export async function getMaking(id: string): Promise<Making | undefined> {
  return phone.read(['private'], async (tx) => {
    const row = await tx.objectStore('private').get(id)
    return row?.kind === 'making' ? row : undefined
  })
}

/** What was begun within the last day and not decided about; newest first. */
export async function listDrafts(now: Date): Promise<Draft[]> {
  const since = openSince(now)
  return (await allDrafts()).filter(({ data }) => data.made_at >= since).sort(newestFirst)
}

/** There is no outbox line. A draft need not wait for the disk, what is kept must. */
export async function putMaking(database: Database, row: Making | Draft): Promise<void> {
  const durability = row.kind === 'making' ? 'strict' : 'relaxed'
  await database.write(['private'], (tx) => tx.objectStore('private').put(row), durability)
}

/** Returns what was there. */
export async function takeMaking(
  database: Database,
  id: string,
): Promise<Making | Draft | undefined> {
  return database.write(['private'], async (tx) => {
    const row = await tx.objectStore('private').get(id)
    if (row?.kind !== 'making' && row?.kind !== 'draft') return undefined
    await tx.objectStore('private').delete(id)
    return row
  })
}

/** Let go of what was begun more than a day ago and never kept. */
export async function dropDrafts(database: Database, now: Date): Promise<void> {
  const since = openSince(now)
  const stale = (await allDrafts()).filter(({ data }) => data.made_at < since)
  // Nearly every start finds none; then nothing is written, and no screen reads again.
  if (stale.length === 0) return
  await database.write(['private'], (tx) =>
    Promise.all(stale.map(({ id }) => tx.objectStore('private').delete(id))),
  )
}

async function allDrafts(): Promise<Draft[]> {
  return phone.read(
    ['private'],
    (tx) => tx.objectStore('private').index('kind').getAll('draft') as Promise<Draft[]>,
  )
}

function openSince(now: Date): string {
  return new Date(now.getTime() - OPEN_MS).toISOString()
}

function newestFirst(a: Making | Draft, b: Making | Draft): number {
  return b.data.made_at.localeCompare(a.data.made_at)
}
