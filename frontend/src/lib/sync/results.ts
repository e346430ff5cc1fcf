import type { Database } from '../db/database.ts'
import { withState } from '../db/records.ts'
import type { WriteTransaction } from '../db/schema.ts'
import type {
  OutboxLine,
  RecordError,
  RecordState,
  SeenState,
  ServerRecord,
  StoredRow,
} from '../db/types.ts'
import { mergeStates, sameState } from './merge.ts'
import { pendingLines } from './outbox.ts'

/** The server has this change. What was typed since stands, and goes up next on the new revision. */
export async function acknowledge(
  tx: WriteTransaction,
  line: OutboxLine,
  revision: number | null,
  epoch: string,
): Promise<void> {
  const rows = tx.objectStore(line.collection)
  await tx.objectStore('outbox').delete(line.seq)
  const [row, pending] = await Promise.all([
    rows.get(line.id),
    pendingLines(tx, line.collection, line.id),
  ])
  if (!row) return
  const [next] = pending
  if (!next) return settle(tx, line, confirmed(row, revision, epoch))
  await tx.objectStore('outbox').put({ ...next, base_revision: revision })
  await rows.put(confirmed(row, revision, epoch))
}

/**
 * Someone else was first: put our changes, in their order, on top of what the server has. The first gets a
 * new op_id, since the server keeps its answer to the old one; the others were never sent.
 */
export async function rebase(
  tx: WriteTransaction,
  line: OutboxLine,
  record: ServerRecord | null | undefined,
  epoch: string,
): Promise<void> {
  const row = await tx.objectStore(line.collection).get(line.id)
  if (!row) return
  const server = newest(record, row.server, epoch)
  const [, ...later] = await pendingLines(tx, line.collection, line.id)
  const before = lostByServer(row, server, epoch) ? server : line.before
  const first = { ...line, op_id: crypto.randomUUID(), before }
  const kept = onTopOf(server, [first, ...later]).filter(
    (change) => !sameState(change.before, change),
  )
  const confirmedRow = confirmed(row, server ? server.revision : null, epoch)
  await replace(tx, [line, ...later], kept, confirmedRow.revision)
  const last = kept.at(-1)
  if (last) await tx.objectStore(line.collection).put(withState(confirmedRow, last))
  else await settle(tx, line, { ...row, server: server ?? undefined, revision: null })
}

/** A change the server refuses, now and for good, moves out of the way; nothing of it is lost. */
export async function putAside(
  tx: WriteTransaction,
  line: OutboxLine,
  errors: RecordError[] | null | undefined,
): Promise<void> {
  const { op_id, collection, id, deleted, data } = line
  await tx
    .objectStore('set_aside')
    .put({ op_id, collection, id, deleted, data, errors: errors ?? [] })
  await tx.objectStore('outbox').delete(line.seq)
  const [next] = await pendingLines(tx, collection, id)
  if (next) {
    await tx.objectStore('outbox').put({ ...next, base_revision: line.base_revision })
    return
  }
  const row = await tx.objectStore(collection).get(id)
  if (row?.server) await settle(tx, line, row)
}

export async function putAsideAlone(database: Database, line: OutboxLine): Promise<void> {
  const detail = 'The server could not take this, alone either.'
  await database.write([line.collection, 'outbox', 'set_aside'], (tx) =>
    putAside(tx, line, [{ code: 'refused', detail, attr: null }]),
  )
}

function onTopOf(server: RecordState | null, lines: OutboxLine[]): OutboxLine[] {
  let before = server && { deleted: server.deleted, data: server.data }
  return lines.map((line) => {
    const { deleted, data } = before ? mergeStates(line.before, line, before) : line
    const rebased = { ...line, before, deleted, data }
    before = { deleted, data }
    return rebased
  })
}

async function replace(
  tx: WriteTransaction,
  old: OutboxLine[],
  kept: OutboxLine[],
  base: number | null,
): Promise<void> {
  const outbox = tx.objectStore('outbox')
  // First out, then in: a line keeps its place, and op_id is unique.
  await Promise.all(old.map(({ seq }) => outbox.delete(seq)))
  await Promise.all(kept.map((line) => outbox.put({ ...line, base_revision: base })))
}

/** Nothing of ours is on its way any more: the newest server state is what is. */
async function settle(
  tx: WriteTransaction,
  { collection, id }: OutboxLine,
  { server, ...row }: StoredRow,
): Promise<void> {
  const rows = tx.objectStore(collection)
  const overtaken = server && server.revision > (row.revision ?? -1)
  if (overtaken) await rows.put(rowFrom(id, server))
  else if (row.revision === null) await rows.delete(id)
  else await rows.put(row)
}

export function rowFrom(id: string, { revision, epoch, ...state }: SeenState): StoredRow {
  const row: StoredRow = { id, data: {}, revision, epoch }
  return withState(row, state)
}

/** A restored server has an older revision than the one it once confirmed to us, or nothing at all. */
export function lostByServer(
  row: StoredRow,
  server: { revision: number } | null | undefined,
  epoch: string,
): boolean {
  if (row.revision === null || row.epoch === epoch) return false
  return !server || server.revision < row.revision
}

function confirmed(row: StoredRow, revision: number | null, epoch: string): StoredRow {
  const { server, ...rest } = row
  const newer = server?.epoch === epoch && server.revision > (revision ?? -1)
  return { ...rest, revision, epoch, ...(newer && { server }) }
}

/** A repeated answer carries the record as it was then; the feed may have shown a newer one since. */
function newest(
  record: ServerRecord | null | undefined,
  seen: SeenState | undefined,
  epoch: string,
): SeenState | null {
  if (!record) return null
  if (seen?.epoch === epoch && seen.revision > record.revision) return seen
  const { deleted, data, revision } = record
  return { deleted, data, revision, epoch }
}
