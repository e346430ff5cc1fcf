import { COLLECTIONS, type WriteTransaction } from '../db/schema.ts'
import type { CollectionName, OutboxLine, RecordState, StoredRow } from '../db/types.ts'
import { pendingLines } from './outbox.ts'
import { confirmations, dropPagesBut, rowsIn } from './pages.ts'

/**
 * After the whole feed of a new epoch: what the server once confirmed to this phone and did not send again,
 * it has lost. It goes up anew; nothing is deleted for being absent.
 */
export async function resendLost(tx: WriteTransaction, epoch: string): Promise<void> {
  const confirmed = await confirmations(tx)
  for (const collection of COLLECTIONS)
    for (const row of await rowsIn(tx, collection, confirmed))
      if (row.revision !== null && row.epoch !== epoch) await resendRow(tx, collection, row)
  await dropPagesBut(tx, epoch)
}

async function resendRow(
  tx: WriteTransaction,
  collection: CollectionName,
  row: StoredRow,
): Promise<void> {
  // A change that is under way anyway carries the whole record.
  if ((await pendingLines(tx, collection, row.id)).length > 0) return
  const rows = tx.objectStore(collection)
  if (row.deleted) return rows.delete(row.id)
  const fresh: StoredRow = { id: row.id, data: row.data, revision: null }
  await rows.put(fresh)
  await resend(tx, collection, fresh, null, { deleted: false, data: row.data })
}

export async function resend(
  tx: WriteTransaction,
  collection: CollectionName,
  row: StoredRow,
  before: RecordState | null,
  ours: RecordState,
): Promise<void> {
  const line: Omit<OutboxLine, 'seq'> = {
    op_id: crypto.randomUUID(),
    collection,
    id: row.id,
    base_revision: row.revision,
    before,
    ...ours,
  }
  await tx.objectStore('outbox').add(line as OutboxLine)
}
