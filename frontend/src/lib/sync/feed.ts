import { putRow } from '../db/put.ts'
import { same } from '../db/same.ts'
import { COLLECTIONS, type WriteTransaction } from '../db/schema.ts'
import type {
  CollectionName,
  SeenState,
  ServerRecord,
  StoredRow,
  SyncProgress,
} from '../db/types.ts'
import { isOutboxEmpty, pendingLines } from './outbox.ts'
import { rowIn } from './pages.ts'
import type { SyncAnswer } from './protocol.ts'
import { resend } from './recheck.ts'
import { lostByServer, rowFrom } from './results.ts'

const FEW = 20
const SHARE = 0.2

type Known = ServerRecord & { collection: CollectionName }

/**
 * Apply a page of the feed, or nothing of it when it would delete a great part of what is here (S7). `joins`: it begins
 * just where the last one ended.
 */
export async function applyFeed(
  tx: WriteTransaction,
  progress: SyncProgress,
  answer: SyncAnswer,
  joins: boolean,
): Promise<SyncProgress> {
  const records = answer.records.filter(isKnown)
  const { deletions: before = 0, received = 0, attention: _solved, ...rest } = progress
  const deletions = before + (await countDeletions(tx, records))
  if (!progress.deletions_accepted && (await tooMany(tx, deletions, before)))
    return { ...progress, attention: 'deletions' }
  await applyRecords(tx, records, answer.epoch, joins && progress.bare === true)
  return { ...rest, deletions, received: received + records.length }
}

/** `fresh`: each is newer than all that a page before said of it, and nothing else is here. */
async function applyRecords(
  tx: WriteTransaction,
  records: Known[],
  epoch: string,
  fresh: boolean,
): Promise<void> {
  const alone = await isOutboxEmpty(tx)
  if (fresh && alone)
    for (const { collection, id, ...state } of records)
      putRow(tx, collection, rowFrom(id, { ...state, epoch }))
  else await Promise.all(records.map((record) => applyRecord(tx, record, epoch, alone)))
}

/** Before the first page: is there anything on this phone to compare with? */
export async function lookAround(
  tx: WriteTransaction,
  progress: SyncProgress,
): Promise<SyncProgress> {
  if (progress.bare !== undefined) return progress
  const counts = await Promise.all(COLLECTIONS.map((name) => tx.objectStore(name).count()))
  return { ...progress, bare: counts.every((count) => count === 0) }
}

/** What a newer build has made of its own waits for that build here. */
function isKnown(record: ServerRecord): record is Known {
  return (COLLECTIONS as string[]).includes(record.collection)
}

async function countDeletions(tx: WriteTransaction, records: Known[]): Promise<number> {
  const gone = records.filter((record) => record.deleted)
  const rows = await Promise.all(
    gone.map(({ collection, id }) => tx.objectStore(collection).get(id)),
  )
  return rows.filter((row) => row && !row.deleted).length
}

async function tooMany(tx: WriteTransaction, deletions: number, done: number): Promise<boolean> {
  if (deletions <= FEW) return false
  const counts = await Promise.all(
    COLLECTIONS.map((name) => tx.objectStore(name).index('live').count()),
  )
  const live = counts.reduce((sum, count) => sum + count, done)
  return deletions > live * SHARE
}

async function applyRecord(
  tx: WriteTransaction,
  record: Known,
  epoch: string,
  outboxEmpty: boolean,
): Promise<void> {
  const { id, collection, deleted, data, revision } = record
  const seen = { deleted, data, revision, epoch }
  const row = await rowIn(tx, collection, id)
  if (!row) putRow(tx, collection, rowFrom(id, seen))
  else if (!outboxEmpty && (await isPending(tx, record))) await remember(tx, record, row, seen)
  else if (lostByServer(row, record, epoch)) await sendAgain(tx, record, row, epoch)
  else if (isNews(row, seen)) putRow(tx, collection, rowFrom(id, seen))
}

async function isPending(tx: WriteTransaction, { collection, id }: Known): Promise<boolean> {
  return (await pendingLines(tx, collection, id)).length > 0
}

/** Changes of ours are on their way: what the person sees stays, and the server's state waits beside it. */
async function remember(
  tx: WriteTransaction,
  { collection }: Known,
  row: StoredRow,
  seen: SeenState,
): Promise<void> {
  if (!isNews(row.server, seen)) return
  const rows = tx.objectStore(collection)
  // As it lies: its first line counts from what the row itself knows, not from what a page says.
  await rows.put({ ...((await rows.get(row.id)) ?? row), server: seen })
  for (const line of await pendingLines(tx, collection, row.id))
    if (line.alone) await tx.objectStore('outbox').put({ ...line, alone: false })
}

/** An equal revision is taken too: the server may show more with it than was sent up. */
function isNews(
  known: { revision: number | null; epoch?: string } | undefined,
  { revision, epoch }: SeenState,
): boolean {
  return known?.epoch !== epoch || revision >= (known.revision ?? 0)
}

async function sendAgain(
  tx: WriteTransaction,
  record: Known,
  row: StoredRow,
  epoch: string,
): Promise<void> {
  const theirs = { deleted: record.deleted, data: record.data }
  const ours = { deleted: row.deleted ?? false, data: row.deleted ? record.data : row.data }
  const kept = { ...row, revision: record.revision, epoch }
  await tx.objectStore(record.collection).put(kept)
  if (!same(ours, theirs)) await resend(tx, record.collection, kept, theirs, ours)
}
