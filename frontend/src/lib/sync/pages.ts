import type { Database } from '../db/database.ts'
import type { ReadTransaction, WriteTransaction } from '../db/schema.ts'
import type { AcknowledgedPage, CollectionName, OutboxLine, StoredRow } from '../db/types.ts'

/*
 * What the server says of many new records at once lies in one page beside them: to write each row again, only for its
 * revision, was half the time of a long upload. A revision of the row's own is the newer word, and of two pages the later
 * one. A page may outlive a record: for one that comes back under its id it costs a conflict, which merges.
 */

type Tx = ReadTransaction | WriteTransaction
type Confirmed = Pick<StoredRow, 'revision' | 'epoch'>

/** New records, each shown by its row as its line says. */
export async function keepPage(
  tx: WriteTransaction,
  confirmed: [OutboxLine, number][],
  epoch: string,
): Promise<void> {
  if (confirmed.length === 0) return
  const ids = confirmed.map(([{ id }]) => id)
  const revisions = confirmed.map(([, revision]) => revision)
  await tx.objectStore('acknowledged').add({ epoch, ids, revisions })
}

/** A row, with what the server last confirmed of it. */
export async function rowIn(
  tx: Tx,
  collection: CollectionName,
  id: string,
): Promise<StoredRow | undefined> {
  const row = await (tx as ReadTransaction).objectStore(collection).get(id)
  return row?.revision === null ? { ...row, ...(await confirmedIn(tx, id)) } : row
}

/** All that the pages say, by id. */
export async function confirmations(tx: WriteTransaction): Promise<Map<string, Confirmed>> {
  const confirmed = new Map<string, Confirmed>()
  for (const page of await tx.objectStore('acknowledged').getAll())
    for (const [at, id] of page.ids.entries()) confirmed.set(id, confirmedBy(page, at))
  return confirmed
}

/** Every row of a collection, as `rowIn` shows it. */
export async function rowsIn(
  tx: WriteTransaction,
  collection: CollectionName,
  confirmed: Map<string, Confirmed>,
): Promise<StoredRow[]> {
  const rows = await tx.objectStore(collection).getAll()
  return rows.map((row) => (row.revision === null ? { ...row, ...confirmed.get(row.id) } : row))
}

/** Saving looks at the row alone: an edit of what a page confirms gets its base here, on its way up. */
export async function onPages(database: Database, lines: OutboxLine[]): Promise<OutboxLine[]> {
  const isOnPage = ({ base_revision, before }: OutboxLine) => base_revision === null && before
  if (!lines.some(isOnPage)) return lines
  const based = async (tx: Tx, line: OutboxLine) => {
    const confirmed = isOnPage(line) && (await confirmedIn(tx, line.id))
    return confirmed ? { ...line, base_revision: confirmed.revision } : line
  }
  return database.read(['acknowledged'], (tx) => Promise.all(lines.map((line) => based(tx, line))))
}

/** Each row was compared with the feed of this epoch: what another one confirmed says nothing any more. */
export async function dropPagesBut(tx: WriteTransaction, epoch: string): Promise<void> {
  let cursor = await tx.objectStore('acknowledged').openCursor()
  while (cursor) {
    if (cursor.value.epoch !== epoch) await cursor.delete()
    cursor = await cursor.continue()
  }
}

async function confirmedIn(tx: Tx, id: string): Promise<Confirmed | undefined> {
  const pages = await (tx as ReadTransaction).objectStore('acknowledged').index('ids').getAll(id)
  const page = pages.at(-1)
  return page && confirmedBy(page, page.ids.indexOf(id))
}

function confirmedBy({ epoch, revisions }: AcknowledgedPage, at: number): Confirmed {
  return { revision: revisions[at] ?? null, epoch }
}
