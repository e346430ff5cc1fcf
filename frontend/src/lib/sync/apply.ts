import type { Database } from '../db/database.ts'
import { getMeta, metaIn } from '../db/meta.ts'
import { COLLECTIONS, type WriteTransaction } from '../db/schema.ts'
import { same } from '../db/same.ts'
import type { OutboxLine, ServerRecord, StoredRow, SyncProgress } from '../db/types.ts'
import { applyFeed, lookAround } from './feed.ts'
import { isOutboxEmpty } from './outbox.ts'
import type { Received, SyncAnswer, SyncRequest, SyncResult } from './protocol.ts'
import { resendLost } from './recheck.ts'
import { acknowledge, putAside, rebase } from './results.ts'

const KNOWN = COLLECTIONS.join()
const FRESH: SyncProgress = { epoch: null, cursor: 0, acknowledged: false, collections: KNOWN }

/** Where the feed stands; a build that knows more collections than the last one reads it again from 0. */
export async function readProgress(database: Database): Promise<SyncProgress> {
  const progress = (await getMeta(database, 'sync')) ?? FRESH
  if (progress.collections === KNOWN) return progress
  return changeProgress(database, (last) => ({
    ...last,
    cursor: 0,
    collections: KNOWN,
    bare: false,
  }))
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
 * Leave it to the person what becomes of an account whose session is over; trying again would not help. A late answer
 * says nothing about a session begun since, whose token is another one.
 */
export async function askForAccount(database: Database, csrfToken: string): Promise<void> {
  await database.write(['meta'], async (tx) => {
    if ((await metaIn(tx, 'account'))?.csrf_token !== csrfToken) return
    const last = (await metaIn(tx, 'sync')) ?? FRESH
    const asking: SyncProgress = { ...last, attention: 'account', acknowledged: false }
    await tx.objectStore('meta').put(asking, 'sync')
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
  answer: Received,
  { account, now }: { account: string; now: Date },
): Promise<SyncProgress> {
  return database.write(
    [...COLLECTIONS, 'outbox', 'acknowledged', 'set_aside', 'meta'],
    async (tx) => {
      const before = (await metaIn(tx, 'sync')) ?? FRESH
      // The phone went over to another account meanwhile: what this one said is not for it.
      if ((await metaIn(tx, 'account'))?.id !== account) return { ...before, acknowledged: false }
      const settled = await applyResults(tx, batch, answer)
      const { clock_ahead: _last, ...known } = await progressAfter(
        tx,
        before,
        request,
        withoutEchoes(answer, settled),
        now,
      )
      const ahead = answer.clock_ahead
      const after = ahead === undefined ? known : { ...known, clock_ahead: ahead }
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
): Promise<StoredRow[]> {
  const results = new Map(answer.results.map((result) => [result.op_id, result]))
  // Another tab, or this one before a crash, may have dealt with some: only the very lines count.
  const lines = (await linesOf(tx, batch)).filter(({ op_id }) => results.has(op_id))
  const outcomes = lines.map((line) => [line, results.get(line.op_id) as SyncResult] as const)
  const applied = outcomes.filter(([, result]) => outcomeOf(result) === 'applied')
  const revisions = new Map(applied.map(([line, { revision }]) => [line, revision]))
  const settled = await acknowledge(tx, revisions, answer.epoch)
  // At most one change a record was sent, so none of these meets another.
  await Promise.all(outcomes.map(([line, result]) => applyResult(tx, line, result, answer.epoch)))
  return settled
}

/** One request for all of them, and with them what lies between. */
async function linesOf(tx: WriteTransaction, batch: OutboxLine[]): Promise<OutboxLine[]> {
  const [first, last] = [batch[0], batch.at(-1)]
  if (!first || !last) return []
  return tx.objectStore('outbox').getAll(IDBKeyRange.bound(first.seq, last.seq))
}

function outcomeOf({ status, first }: SyncResult): SyncResult['status'] | null | undefined {
  return status === 'duplicate' ? first : status
}

/** The feed also shows what was just applied; what it says of these rows is known already. */
function withoutEchoes<A extends SyncAnswer>(answer: A, settled: StoredRow[]): A {
  const known = new Map(settled.map((row) => [row.id, row]))
  const isEcho = ({ id, revision, data }: ServerRecord) => {
    const row = known.get(id)
    return row?.revision === revision && same(row.data, data)
  }
  return { ...answer, records: answer.records.filter((record) => !isEcho(record)) }
}

async function applyResult(
  tx: WriteTransaction,
  line: OutboxLine,
  result: SyncResult,
  epoch: string,
): Promise<void> {
  switch (outcomeOf(result)) {
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
  const joins = request.cursor === started.cursor
  const fed = await applyFeed(tx, await lookAround(tx, started), answer, joins)
  if (fed.attention === 'deletions') return { ...fed, acknowledged: false }
  if (!answer.more && fed.recheck) await resendLost(tx, answer.epoch)
  const outboxEmpty = await isOutboxEmpty(tx)
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
  const { bare: _other, ...rest } = before
  const started: SyncProgress = { ...rest, epoch, cursor: 0 }
  return before.epoch === null ? started : { ...started, recheck: true }
}

function finished(fed: SyncProgress, more: boolean, outboxEmpty: boolean, now: Date): SyncProgress {
  const { attention: _solved, received, bare, ...rest } = fed
  if (more) return { ...rest, bare: bare ?? false, received: received ?? 0, acknowledged: false }
  const { recheck: _done, deletions: _count, deletions_accepted: _accepted, ...kept } = rest
  const progress = { ...kept, acknowledged: outboxEmpty }
  return outboxEmpty ? { ...progress, acknowledged_at: now.toISOString() } : progress
}

/** A page that ends before the cursor that was sent began at 0: the server did not know that cursor. */
function nextCursor(fed: SyncProgress, request: SyncRequest, answer: SyncAnswer): number {
  const restarted = request.epoch === answer.epoch && answer.cursor < request.cursor
  return restarted ? answer.cursor : Math.max(fed.cursor, answer.cursor)
}
