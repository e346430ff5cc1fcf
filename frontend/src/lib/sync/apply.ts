import type { Database } from '../db/database.ts'
import { getMeta, metaIn } from '../db/meta.ts'
import { COLLECTIONS, type WriteTransaction } from '../db/schema.ts'
import type { OutboxLine, SyncProgress } from '../db/types.ts'
import { applyFeed } from './feed.ts'
import type { SyncAnswer, SyncRequest, SyncResult } from './protocol.ts'
import { resendLost } from './recheck.ts'
import { acknowledge, putAside, rebase } from './results.ts'

const KNOWN = COLLECTIONS.join()
const FRESH: SyncProgress = { epoch: null, cursor: 0, acknowledged: false, collections: KNOWN }

/** Where the feed stands; a build that knows more collections than the last one reads it again from 0. */
export async function readProgress(database: Database): Promise<SyncProgress> {
  const progress = (await getMeta(database, 'sync')) ?? FRESH
  if (progress.collections === KNOWN) return progress
  return changeProgress(database, (last) => ({ ...last, cursor: 0, collections: KNOWN }))
}

export async function changeProgress(
  database: Database,
  change: (last: SyncProgress) => SyncProgress,
): Promise<SyncProgress> {
  return database.write(['meta'], async (tx) => {
    const progress = change((await metaIn(tx, 'sync')) ?? FRESH)
    await tx.objectStore('meta').put(progress, 'sync')
    return progress
  })
}

/**
 * Everything one answer says, in one transaction: results, feed, cursor and epoch stand or fall together,
 * so a crash at any moment leaves a phone that only asks again. Nothing here needs to reach the disk before
 * it returns: what is lost, the server says again.
 */
export async function applyAnswer(
  database: Database,
  batch: OutboxLine[],
  request: SyncRequest,
  answer: SyncAnswer,
  now: Date,
): Promise<SyncProgress> {
  return database.write(
    [...COLLECTIONS, 'outbox', 'set_aside', 'meta'],
    async (tx) => {
      const before = (await metaIn(tx, 'sync')) ?? FRESH
      await applyResults(tx, batch, answer)
      const after = await progressAfter(tx, before, request, answer, now)
      await tx.objectStore('meta').put(after, 'sync')
      return after
    },
    'relaxed',
  )
}

async function applyResults(
  tx: WriteTransaction,
  batch: OutboxLine[],
  answer: SyncAnswer,
): Promise<void> {
  const sent = new Map(batch.map((line) => [line.op_id, line]))
  // At most one change a record was sent, so none of these meets another.
  await Promise.all(
    answer.results.map(async (result) => {
      const seq = sent.get(result.op_id)?.seq
      // Another tab, or this one before a crash, may have dealt with it: only the very line counts.
      const line = seq === undefined ? undefined : await tx.objectStore('outbox').get(seq)
      if (line?.op_id === result.op_id) await applyResult(tx, line, result, answer.epoch)
    }),
  )
}

async function applyResult(
  tx: WriteTransaction,
  line: OutboxLine,
  result: SyncResult,
  epoch: string,
): Promise<void> {
  switch (result.status === 'duplicate' ? result.first : result.status) {
    case 'applied':
      return acknowledge(tx, line, result.revision, epoch)
    case 'conflict':
      return rebase(tx, line, result.record, epoch)
    case 'rejected':
      return putAside(tx, line, result.errors)
  }
}

async function progressAfter(
  tx: WriteTransaction,
  before: SyncProgress,
  request: SyncRequest,
  answer: SyncAnswer,
  now: Date,
): Promise<SyncProgress> {
  const started = startOf(before, request, answer)
  if (!started) return { ...before, acknowledged: false }
  const fed = await applyFeed(tx, started, answer)
  if (fed.attention === 'deletions') return { ...fed, acknowledged: false }
  if (!answer.more && fed.recheck) await resendLost(tx, answer.epoch)
  const outboxEmpty = (await tx.objectStore('outbox').count()) === 0
  const cursor = nextCursor(fed, request, answer)
  return finished({ ...fed, cursor }, answer.more, outboxEmpty, now)
}

/** Where the feed of this answer begins, or undefined if it does not join on to what is known. */
function startOf(
  before: SyncProgress,
  request: SyncRequest,
  answer: SyncAnswer,
): SyncProgress | undefined {
  const known = before.epoch === answer.epoch
  if (known && (request.epoch !== answer.epoch || request.cursor <= before.cursor)) return before
  if (!known && before.epoch === request.epoch) return newEpoch(before, answer.epoch)
  return undefined
}

function newEpoch(before: SyncProgress, epoch: string): SyncProgress {
  const started: SyncProgress = { ...before, epoch, cursor: 0 }
  return before.epoch === null ? started : { ...started, recheck: true }
}

function finished(fed: SyncProgress, more: boolean, outboxEmpty: boolean, now: Date): SyncProgress {
  const { attention: _solved, ...rest } = fed
  if (more) return { ...rest, acknowledged: false }
  const { recheck: _done, deletions: _count, deletions_accepted: _accepted, ...kept } = rest
  const progress = { ...kept, acknowledged: outboxEmpty }
  return outboxEmpty ? { ...progress, acknowledged_at: now.toISOString() } : progress
}

/** A page that ends before the cursor that was sent began at 0: the server did not know that cursor. */
function nextCursor(fed: SyncProgress, request: SyncRequest, answer: SyncAnswer): number {
  const restarted = request.epoch === answer.epoch && answer.cursor < request.cursor
  return restarted ? answer.cursor : Math.max(fed.cursor, answer.cursor)
}
