import { unwrap } from 'idb'
import type { WriteTransaction } from './schema.ts'
import type { CollectionName, StoredRow } from './types.ts'

/**
 * Write a row without a promise of its own: a first sync writes twenty thousand. What goes wrong ends the
 * transaction, and that is awaited.
 */
export function putRow(tx: WriteTransaction, collection: CollectionName, row: StoredRow): void {
  unwrap(tx.objectStore(collection)).put(row)
}
