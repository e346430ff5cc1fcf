import { Intercepted } from '../api/client.ts'
import type { Database } from '../db/database.ts'
import { getMeta } from '../db/meta.ts'
import type { Account, OutboxLine, SyncProgress } from '../db/types.ts'
import { ApiError } from '../errors.ts'
import { applyAnswer, readProgress } from './apply.ts'
import { isOutboxEmpty, nextBatch } from './outbox.ts'
import {
  MAX_CHANGES,
  MAX_RECORDS,
  wireChange,
  type Received,
  type SyncAnswer,
  type SyncRequest,
  type WireChange,
} from './protocol.ts'
import { putAsideAlone } from './results.ts'

/** Rounds in a row that bring nothing new before a run gives up until later. */
const PATIENCE = 5

export interface World {
  database: Database
  send: (request: SyncRequest, account: Account) => Promise<Received>
  /** Told of changes that are likely to be sent next. */
  prepare?: (changes: WireChange[]) => void
  now: () => Date
}

/** What goes up together: lines of the outbox, and what is sent of them. */
interface Load {
  lines: OutboxLine[]
  changes: WireChange[]
}

/** A request on its way. Its answer is undefined when the server refused the request as a whole. */
interface Flight {
  account: string
  batch: OutboxLine[]
  request: SyncRequest
  answer: Promise<Received | undefined>
}

/**
 * Send and fetch until there is nothing left to do. Throws Offline or ApiError; no account, no request.
 * While an answer is being stored the next request is on its way already: half the time of a long sync.
 */
export async function run(world: World): Promise<void> {
  const course: Course = { limit: MAX_CHANGES, idle: 0 }
  while (course.idle < PATIENCE) {
    const account = await getMeta(world.database, 'account')
    if (!account) return
    const flight = nextOf(course, account) ?? (await begin(world, account, course.limit))
    const following = readAhead(world, course.limit, flight.batch)
    const answer = await flight.answer
    if (!answer) await makeSmaller(world.database, flight.batch, course)
    else if (await finish(world, account, course, flight, following, answer)) return
  }
  throw new ApiError(409, 'The server keeps answering with conflicts.')
}

/** What goes up after a batch, read and prepared while the server is at work on it. */
function readAhead(world: World, limit: number, batch: OutboxLine[]): Promise<Load> {
  const following = nextBatch(world.database, limit, batch).then((lines) => {
    const load = loadOf(lines)
    world.prepare?.(load.changes)
    return load
  })
  // Never awaited when the run ends before: not an error of its own.
  following.catch(() => undefined)
  return following
}

function loadOf(lines: OutboxLine[]): Load {
  return { lines, changes: lines.map(wireChange) }
}

interface Course {
  /** Changes a request may hold. */
  limit: number
  /** Rounds in a row that brought nothing new. */
  idle: number
  next?: Flight | undefined
}

/** What is on its way already, unless the phone went over to another account meanwhile. */
function nextOf({ next }: Course, account: Account): Flight | undefined {
  return next?.account === account.id ? next : undefined
}

/** Store an answer with the next request on its way; whether there is nothing left to do. */
async function finish(
  world: World,
  account: Account,
  course: Course,
  flight: Flight,
  following: Promise<Load>,
  answer: Received,
): Promise<boolean> {
  const load = await following
  // Else these are changes of the account that the phone has left meanwhile.
  const same = (await getMeta(world.database, 'account'))?.id === account.id
  const next = same ? follow(world, account, flight.request, load, answer) : undefined
  const round = await land(world, flight, answer)
  course.next = joinsOn(next, round) ? next : undefined
  course.idle = round.news ? 0 : course.idle + 1
  return finished(world.database, round)
}

interface Round {
  progress: SyncProgress
  more: boolean
  news: boolean
}

async function begin(world: World, account: Account, limit: number): Promise<Flight> {
  const load = loadOf(await nextBatch(world.database, limit))
  const { epoch, cursor } = await readProgress(world.database)
  return depart(world, account, load, { epoch, cursor })
}

/** What can be asked before this answer is stored; where it is unsure how the feed goes on, nothing. */
function follow(
  world: World,
  account: Account,
  request: SyncRequest,
  following: Load,
  { epoch, cursor, more }: SyncAnswer,
): Flight | undefined {
  if (request.epoch !== epoch || cursor < request.cursor) return undefined
  if (!more && following.lines.length === 0) return undefined
  return depart(world, account, following, { epoch, cursor })
}

function depart(
  world: World,
  account: Account,
  { lines, changes }: Load,
  { epoch, cursor }: Pick<SyncRequest, 'epoch' | 'cursor'>,
): Flight {
  const asked = { epoch, cursor, limit: MAX_RECORDS, echo: false }
  const request = { device: account.device.id, ...asked, changes }
  const answer = world.send(request, account).catch((error: unknown) => {
    if (isRefused(error, lines.length)) return undefined
    throw error
  })
  // Awaited later, or never when the run ends before: not an error of its own.
  answer.catch(() => undefined)
  return { account: account.id, batch: lines, request, answer }
}

async function land(
  { database, now }: World,
  { account, batch, request }: Flight,
  answer: Received,
): Promise<Round> {
  const progress = await applyAnswer(database, batch, request, answer, { account, now: now() })
  return { progress, more: answer.more, news: bringsNews(request, answer, progress) }
}

/** Whether the next request began where this answer ended; if not, what it brings is left alone. */
function joinsOn(next: Flight | undefined, { progress }: Round): boolean {
  return next?.request.epoch === progress.epoch && next.request.cursor === progress.cursor
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

async function finished(database: Database, { progress, more }: Round): Promise<boolean> {
  if (progress.attention === 'deletions') return true
  return !more && (await database.read(['outbox'], isOutboxEmpty))
}

/** The request as a whole was refused: find the change that spoils it, by halves, so that the rest flow. */
async function makeSmaller(database: Database, batch: OutboxLine[], course: Course): Promise<void> {
  course.next = undefined
  const [only, ...others] = batch
  if (only && others.length === 0) {
    await putAsideAlone(database, only)
    course.limit = MAX_CHANGES
  } else course.limit = Math.max(1, Math.floor(Math.min(course.limit, batch.length) / 2))
}

/** A proxy's 413 is about the size of a request: smaller ones may pass, but it says nothing of a change alone. */
function isRefused(error: unknown, changes: number): boolean {
  if (error instanceof Intercepted) return error.status === 413 && changes > 1
  const refused = error instanceof ApiError && (error.status === 400 || error.status === 413)
  return refused && changes > 0
}
