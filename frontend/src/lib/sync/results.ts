import type { Database } from '../db/database.ts'
import { putRow } from '../db/put.ts'
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
import { keepPage, rowIn } from './pages.ts'

/** The server has these changes, stored at these revisions. Returns the rows that nothing more is to be said of. */
export async function acknowledge(
  tx: WriteTransaction,
  revisions: Map<OutboxLine, number | null>,
  epoch: string,
): Promise<StoredRow[]> {
  await takeOut(tx, [...revisions.keys()])
  const alone: [OutboxLine, number][] = []
  const among: Promise<StoredRow | undefined>[] = []
  for (const [line, revision] of revisions)
    if (line.alone && revision !== null) alone.push([line, revision])
    else among.push(settleAmong(tx, line, revision, epoch))
  const [settled, ...rest] = await Promise.all([settleAlone(tx, alone, epoch), ...among])
  return [...settled, ...rest].filter((row) => row !== undefined)
}

/** Each line says all that its row holds, so nothing has to be read; of several new rows nothing is written either. */
async function settleAlone(
  tx: WriteTransaction,
  revisions: [OutboxLine, number][],
  epoch: string,
): Promise<StoredRow[]> {
  const isPaged = ({ before, deleted }: OutboxLine) =>
    revisions.length > 1 && before === null && !deleted
  const rows = revisions.map(([line, revision]) => {
    const { collection, id, deleted, data } = line
    const row = rowFrom(id, { deleted, data, revision, epoch })
    if (!isPaged(line)) putRow(tx, collection, row)
    return row
  })
  await keepPage(
    tx,
    revisions.filter(([line]) => isPaged(line)),
    epoch,
  )
  return rows
}

async function settleAmong(
  tx: WriteTransaction,
  line: OutboxLine,
  revision: number | null,
  epoch: string,
): Promise<StoredRow | undefined> {
  const [row, [next]] = await Promise.all([
    rowIn(tx, line.collection, line.id),
    pendingLines(tx, line.collection, line.id),
  ])
  if (!row) return undefined
  if (!next) return settle(tx, line, confirmed(row, revision, epoch))
  await goOn(tx, next, confirmed(row, revision, epoch))
  return undefined
}

/** What was typed since stands, and goes up next on the new revision. */
async function goOn(tx: WriteTransaction, next: OutboxLine, row: StoredRow): Promise<void> {
  await tx.objectStore('outbox').put({ ...next, base_revision: row.revision })
  await tx.objectStore(next.collection).put(row)
}

/** Neighbours go in one request. */
async function takeOut(tx: WriteTransaction, lines: OutboxLine[]): Promise<void> {
  const outbox = tx.objectStore('outbox')
  const ranges: [number, number][] = []
  for (const { seq } of lines) {
    const last = ranges.at(-1)
    if (last && last[1] + 1 === seq) last[1] = seq
    else ranges.push([seq, seq])
  }
  await Promise.all(ranges.map(([from, to]) => outbox.delete(IDBKeyRange.bound(from, to))))
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
  const row = await rowIn(tx, line.collection, line.id)
  if (!row) return
  const server = newest(record, row.server, epoch)
  const [, ...later] = await pendingLines(tx, line.collection, line.id)
  const before = lostByServer(row, server, epoch) ? server : line.before
  const first = { ...line, op_id: crypto.randomUUID(), before, alone: false }
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
  const { op_id, collection, id, before, deleted, data } = line
  await tx
    .objectStore('set_aside')
    .put({ op_id, collection, id, before, deleted, data, errors: errors ?? [] })
  await tx.objectStore('outbox').delete(line.seq)
  const [next] = await pendingLines(tx, collection, id)
  if (next) {
    await tx.objectStore('outbox').put({ ...next, base_revision: line.base_revision })
    return
  }
  const row = await rowIn(tx, collection, id)
  if (row?.server) await settle(tx, line, row)
  // With what a page says of it, so that another save is known to be no first one.
  else if (row) putRow(tx, collection, row)
}

export async function putAsideAlone(database: Database, line: OutboxLine): Promise<void> {
  const detail = 'The server could not take this, alone either.'
  await database.write([line.collection, 'outbox', 'acknowledged', 'set_aside'], async (tx) => {
    const still = await tx.objectStore('outbox').get(line.seq)
    if (still?.op_id === line.op_id)
      await putAside(tx, line, [{ code: 'refused', detail, attr: null }])
  })
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

/** Nothing of ours is on its way any more: the newest server state is what is. Returns it. */
async function settle(
  tx: WriteTransaction,
  { collection, id }: OutboxLine,
  { server, ...row }: StoredRow,
): Promise<StoredRow | undefined> {
  const overtaken = server && server.revision > (row.revision ?? -1)
  const newest = overtaken ? rowFrom(id, server) : row
  if (newest.revision === null) {
    await tx.objectStore(collection).delete(id)
    return undefined
  }
  await tx.objectStore(collection).put(newest)
  return newest
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
