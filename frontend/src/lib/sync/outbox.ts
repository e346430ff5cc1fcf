import type { Database } from '../db/database.ts'
import type { ReadTransaction, WriteTransaction } from '../db/schema.ts'
import type { CollectionName, OutboxLine } from '../db/types.ts'
import { onPages } from './pages.ts'
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
  const lines = await readFirst(database, onTheWay)
  const sent = new Set(onTheWay.map(({ seq }) => seq))
  const records = new Set(onTheWay.map(recordOf))
  // From the very first: a change must not overtake an earlier one of its record that still waits.
  const firsts = lines.filter(
    (line) => !sent.has(line.seq) && records.size < records.add(recordOf(line)).size,
  )
  return onPages(database, fitting(firsts.slice(0, limit)))
}

/** At least one: what is too large alone is for the server to refuse. */
function fitting(lines: OutboxLine[]): OutboxLine[] {
  let bytes = 0
  const beyond = lines.findIndex((line) => (bytes += sizeOf(line)) > MAX_BYTES)
  return beyond < 0 ? lines : lines.slice(0, Math.max(1, beyond))
}

async function readFirst(database: Database, onTheWay: OutboxLine[]): Promise<OutboxLine[]> {
  const last = onTheWay.at(-1)?.seq
  if (last === undefined) return readLines(database, null, WINDOW)
  const sent = new Set(onTheWay.map(({ seq }) => seq))
  const waiting = await database.read(['outbox'], (tx) =>
    tx.objectStore('outbox').getAllKeys(IDBKeyRange.upperBound(last), sent.size + 1),
  )
  // None was left behind, so none can be overtaken: those that are on the way need not be read once more. Their number
  // alone does not tell: another tab may have dealt with some.
  if (waiting.every((seq) => sent.has(seq)))
    return readLines(database, IDBKeyRange.lowerBound(last, true), MAX_CHANGES)
  return readLines(database, null, onTheWay.length + MAX_CHANGES)
}

async function readLines(
  database: Database,
  range: IDBKeyRange | null,
  count: number,
): Promise<OutboxLine[]> {
  return database.read(['outbox'], (tx) => tx.objectStore('outbox').getAll(range, count))
}

/** A count walks along every line: nine thousand for each answer of a long upload. */
export async function isOutboxEmpty(tx: ReadTransaction | WriteTransaction): Promise<boolean> {
  const outbox = (tx as ReadTransaction).objectStore('outbox')
  return (await outbox.getAllKeys(null, 1)).length === 0
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
