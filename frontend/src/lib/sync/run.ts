import type { Database } from '../db/database.ts'
import { getMeta } from '../db/meta.ts'
import type { Account, OutboxLine, SyncProgress } from '../db/types.ts'
import { ApiError } from '../errors.ts'
import { applyAnswer, readProgress } from './apply.ts'
import { nextBatch, pendingCount } from './outbox.ts'
import {
  MAX_CHANGES,
  MAX_RECORDS,
  wireChange,
  type SyncAnswer,
  type SyncRequest,
} from './protocol.ts'
import { putAsideAlone } from './results.ts'

/** Rounds in a row that bring nothing new before a run gives up until later. */
const PATIENCE = 5

export interface World {
  database: Database
  send: (request: SyncRequest, account: Account) => Promise<SyncAnswer>
  now: () => Date
}

/** Send and fetch until there is nothing left to do. Throws Offline or ApiError; no account, no request. */
export async function run(world: World): Promise<void> {
  let limit = MAX_CHANGES
  let idle = 0
  while (idle < PATIENCE) {
    const account = await getMeta(world.database, 'account')
    if (!account) return
    const batch = await nextBatch(world.database, limit)
    const round = await attempt(world, account, batch)
    if (round === 'too much') limit = await makeSmaller(world.database, batch, limit)
    else if (await finished(world.database, round)) return
    else idle = round.news ? 0 : idle + 1
  }
  throw new ApiError(409, 'The server keeps answering with conflicts.')
}

interface Round {
  progress: SyncProgress
  more: boolean
  news: boolean
}

async function attempt(
  world: World,
  account: Account,
  batch: OutboxLine[],
): Promise<Round | 'too much'> {
  const request = await requestFor(world.database, account, batch)
  try {
    const answer = await world.send(request, account)
    const progress = await applyAnswer(world.database, batch, request, answer, world.now())
    return { progress, more: answer.more, news: bringsNews(request, answer, progress) }
  } catch (error) {
    if (isRefused(error) && batch.length > 0) return 'too much'
    throw error
  }
}

/** Whether something was settled or the feed moved on: a server that only says the same must not hold us. */
function bringsNews(
  { epoch, cursor }: SyncRequest,
  { results }: SyncAnswer,
  progress: SyncProgress,
): boolean {
  const settled = results.some(({ status, first }) => (first ?? status) !== 'conflict')
  return settled || progress.epoch !== epoch || progress.cursor !== cursor
}

async function requestFor(
  database: Database,
  account: Account,
  batch: OutboxLine[],
): Promise<SyncRequest> {
  const { epoch, cursor } = await readProgress(database)
  return {
    device: account.device.id,
    epoch,
    cursor,
    limit: MAX_RECORDS,
    changes: batch.map(wireChange),
  }
}

async function finished(database: Database, { progress, more }: Round): Promise<boolean> {
  if (progress.attention === 'deletions') return true
  return !more && (await pendingCount(database)) === 0
}

/** The request as a whole was refused: find the change that spoils it, by halves, so that the rest flow. */
async function makeSmaller(
  database: Database,
  batch: OutboxLine[],
  limit: number,
): Promise<number> {
  const [only, ...others] = batch
  if (only && others.length === 0) {
    await putAsideAlone(database, only)
    return MAX_CHANGES
  }
  return Math.max(1, Math.floor(Math.min(limit, batch.length) / 2))
}

function isRefused(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 400 || error.status === 413)
}
