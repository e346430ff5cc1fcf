import type { Database } from '../db/database.ts'
import type { ImportedBatch } from '../db/meta-types.ts'

/** So long an import can be taken back as a whole. */
const KEEP_MS = 7 * 86_400_000
const PREFIX = 'import/'
const ALL = () => IDBKeyRange.bound(PREFIX, `${PREFIX}\uffff`)

export function newBatchKey(): `import/${string}` {
  return `${PREFIX}${crypto.randomUUID()}`
}

/** The batches of the last import that can still be taken back. */
export async function batches(database: Database, now: Date): Promise<ImportedBatch[]> {
  const found = await database.read(['meta'], (tx) => tx.objectStore('meta').getAll(ALL()))
  const since = now.getTime() - KEEP_MS
  return (found as ImportedBatch[]).filter(({ at }) => Date.parse(at) >= since)
}

/** What an earlier import made is the person's own now; a file that is brought in once more goes on with its list. */
export async function forgetOthers(database: Database, file: string): Promise<void> {
  await database.write(['meta'], async (tx) => {
    let cursor = await tx.objectStore('meta').openCursor(ALL())
    while (cursor) {
      if ((cursor.value as ImportedBatch).file !== file) await cursor.delete()
      cursor = await cursor.continue()
    }
  })
}

export async function forgetAllBatches(database: Database): Promise<void> {
  await database.write(['meta'], (tx) => tx.objectStore('meta').delete(ALL()))
}
