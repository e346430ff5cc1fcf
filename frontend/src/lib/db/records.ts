import type { Database } from './database.ts'
import { metaIn } from './meta.ts'
import { same } from './same.ts'
import type { WriteTransaction } from './schema.ts'
import type { PlayerPlace } from './meta-types.ts'
import type {
  CollectionName,
  OutboxLine,
  RecordData,
  RecordState,
  Row,
  StoredRow,
} from './types.ts'

/** The ids are chosen by the caller, so that a second try after a lost connection is the same change. */
export interface Change {
  op_id: string
  collection: CollectionName
  id: string
  /** The record's fields after the change, or null to delete it. */
  next: (current: RecordData | undefined) => RecordData | null
  /** undefined leaves the note as it is; an empty one is removed. */
  note?: string | undefined
  /** Where the player stands in the practice that is kept. */
  place?: PlayerPlace | undefined
}

/** Row, outbox line, note and place in one strict transaction: once this resolves, 'saved' is true. */
export async function commitChange(database: Database, change: Change): Promise<Row> {
  return database.write([change.collection, 'outbox', 'private', 'meta'], (tx) =>
    changeIn(tx, change),
  )
}

/** The same inside a transaction that does more; changes of different records may run side by side. */
export async function changeIn(tx: WriteTransaction, change: Change): Promise<Row> {
  const row = await currentRow(tx, change)
  const outbox = tx.objectStore('outbox')
  const pending = await outbox.index('record').getAll([change.collection, change.id])
  const last = pending.at(-1)
  const before = stateBefore(row, last)
  const after = stateAfter(before, change)
  if (!same(before, after)) await keep(tx, change, row, before, after, last)
  await putNote(tx, change.id, after.deleted ? '' : change.note)
  if (change.place) await tx.objectStore('meta').put(change.place, 'player')
  return { id: row.id, data: after.data, revision: row.revision }
}

function stateAfter(before: RecordState | null, { next }: Change): RecordState {
  const was = before?.data ?? {}
  const data = next(before?.deleted === false ? was : undefined)
  return data ? { deleted: false, data } : { deleted: true, data: was }
}

/** A tombstone shows nothing any more; what it held is in its outbox line until that is answered. */
export function withState(row: StoredRow, state: RecordState): StoredRow {
  const { deleted: _gone, ...rest } = row
  return state.deleted ? { ...rest, data: {}, deleted: true } : { ...rest, data: state.data }
}

async function currentRow(tx: WriteTransaction, change: Change): Promise<StoredRow> {
  const row = await tx.objectStore(change.collection).get(change.id)
  return row ?? { id: change.id, data: {}, revision: null, deleted: true }
}

function stateBefore(row: StoredRow, last: OutboxLine | undefined): RecordState | null {
  if (last) return { deleted: last.deleted, data: last.data }
  if (row.revision === null && row.deleted) return null
  return { deleted: row.deleted ?? false, data: row.data }
}

async function keep(
  tx: WriteTransaction,
  { op_id, collection, id }: Change,
  row: StoredRow,
  before: RecordState | null,
  after: RecordState,
  last: OutboxLine | undefined,
): Promise<void> {
  const outbox = tx.objectStore('outbox')
  if (await outbox.index('op_id').getKey(op_id)) return
  await tx.objectStore(collection).put(withState(row, after))
  const alone = !last && !row.server
  const line = { op_id, collection, id, base_revision: row.revision, before, ...after, alone }
  if (!(await knowsServer(tx))) return replaceUnsent(tx, line, last?.seq)
  if (last) await outbox.put({ ...last, alone })
  await outbox.add(line as OutboxLine)
}

/** Also after logging out: the person may come back, and then each step counts from what the server has. */
async function knowsServer(tx: WriteTransaction): Promise<boolean> {
  return ((await metaIn(tx, 'account')) ?? (await metaIn(tx, 'left'))) !== undefined
}

/** Without an account nothing was ever sent: one line a record is enough, `seq`, and none for one deleted again. */
async function replaceUnsent(
  tx: WriteTransaction,
  line: Omit<OutboxLine, 'seq'>,
  seq: number | undefined,
): Promise<void> {
  const outbox = tx.objectStore('outbox')
  if (seq !== undefined) await outbox.delete(seq)
  if (line.deleted) await tx.objectStore(line.collection).delete(line.id)
  else await outbox.add({ ...line, before: null } as OutboxLine)
}

async function putNote(
  tx: WriteTransaction,
  record: string,
  text: string | undefined,
): Promise<void> {
  if (text === undefined) return
  const notes = tx.objectStore('private')
  const old = await notes.index('record').get(record)
  if (text)
    await notes.put({ id: old?.id ?? crypto.randomUUID(), kind: 'note', record, data: { text } })
  else if (old) await notes.delete(old.id)
}
