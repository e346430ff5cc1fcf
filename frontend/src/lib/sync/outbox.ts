import type { Database } from '../db/database.ts'
import type { WriteTransaction } from '../db/schema.ts'
import type { CollectionName, OutboxLine } from '../db/types.ts'
import { MAX_BYTES, MAX_CHANGES, wireChange } from './protocol.ts'

/** Looked at for one request; lines beyond it wait for the next. */
const WINDOW = 2_000
/** So that a batch of small ones fits by this count too. */
const SMALL = MAX_BYTES / MAX_CHANGES / 3 - 1

/**
 * The next changes to send, oldest first, at most one a record: a second change of the same record needs
 * the revision that the first will get. With a batch on the way, what follows it.
 */
export async function nextBatch(
  database: Database,
  limit: number,
  onTheWay: OutboxLine[] = [],
): Promise<OutboxLine[]> {
  const lines = await readFirst(database, onTheWay.length)
  const sent = new Set(onTheWay.map(({ seq }) => seq))
  const records = new Set(onTheWay.map(recordOf))
  // From the very first: a change must not overtake an earlier one of its record that still waits.
  const firsts = lines.filter(
    (line) => !sent.has(line.seq) && records.size < records.add(recordOf(line)).size,
  )
  return fitting(firsts.slice(0, limit))
}

/** At least one: what is too large alone is for the server to refuse. */
function fitting(lines: OutboxLine[]): OutboxLine[] {
  let bytes = 0
  const beyond = lines.findIndex((line) => (bytes += sizeOf(line)) > MAX_BYTES)
  return beyond < 0 ? lines : lines.slice(0, Math.max(1, beyond))
}

async function readFirst(database: Database, onTheWay: number): Promise<OutboxLine[]> {
  const count = onTheWay ? onTheWay + MAX_CHANGES : WINDOW
  return database.read(['outbox'], (tx) => tx.objectStore('outbox').getAll(null, count))
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

function recordOf({ collection, id }: OutboxLine): string {
  return `${collection}/${id}`
}

/** A UTF-16 unit is at most three bytes of UTF-8: small ones, which are nearly all, need no exact count. */
function sizeOf(line: OutboxLine): number {
  const json = JSON.stringify(wireChange(line))
  return json.length <= SMALL ? json.length * 3 : new TextEncoder().encode(json).length + 1
}
