import type { Database } from '../db/database.ts'
import type { WriteTransaction } from '../db/schema.ts'
import type { CollectionName, OutboxLine } from '../db/types.ts'
import { MAX_BYTES, wireChange } from './protocol.ts'

/** Looked at for one request; lines beyond it wait for the next. */
const WINDOW = 2_000

/**
 * The next changes to send, oldest first, at most one a record: a second change of the same record needs
 * the revision that the first will get.
 */
export async function nextBatch(database: Database, limit: number): Promise<OutboxLine[]> {
  const lines = await database.read(['outbox'], (tx) =>
    tx.objectStore('outbox').getAll(null, WINDOW),
  )
  const records = new Set<string>()
  const batch: OutboxLine[] = []
  let bytes = 0
  for (const line of lines) {
    const record = `${line.collection}/${line.id}`
    if (records.has(record)) continue
    records.add(record)
    bytes += sizeOf(line)
    if (batch.length > 0 && bytes > MAX_BYTES) break
    if (batch.push(line) === limit) break
  }
  return batch
}

export async function pendingCount(database: Database): Promise<number> {
  return database.read(['outbox'], (tx) => tx.objectStore('outbox').count())
}

export async function pendingLines(
  tx: WriteTransaction,
  collection: CollectionName,
  id: string,
): Promise<OutboxLine[]> {
  return tx.objectStore('outbox').index('record').getAll([collection, id])
}

/** A UTF-16 unit is at most three bytes of UTF-8, but nearly all of this is ASCII: count exactly. */
function sizeOf(line: OutboxLine): number {
  return new TextEncoder().encode(JSON.stringify(wireChange(line))).length + 1
}
