import { alone, type Locks } from '../alone.ts'
import type { Database } from '../db/database.ts'
import { getMeta } from '../db/meta.ts'
import type { Account } from '../db/types.ts'
import { ApiError } from '../errors.ts'
import { refreshAccount } from './account.ts'
import { askForAccount } from './apply.ts'
import { delayAfter } from './backoff.ts'
import { exchange, prepare } from './exchange.ts'
import { endFormer } from './joining.ts'
import { flushResponses } from './responses.ts'
import { run } from './run.ts'
import { forgetTrouble, noteTrouble } from './trouble.ts'

const LOCK = 'thaw-sync'
const LOCK_PATIENCE_MS = 60_000
/** What a server asks for in error, or a proxy in its place, must not keep a phone away for days. */
const LONGEST_ASKED_SECONDS = 3600

/** What the syncer needs of the world; tests bring their own. */
export interface Surroundings {
  database: Database
  origin?: string
  now: () => Date
  /** Milliseconds on a clock that nobody sets back. */
  elapsed?: () => number
  random: () => number
  later: (work: () => void, milliseconds: number) => () => void
  locks?: Locks
  lockPatience?: number
  tellBusy: (busy: boolean) => void
}

/** One run at a time, another after it when something was saved meanwhile, and patience when it fails. */
export class Syncer {
  #running: Promise<void> | undefined
  #again = false
  #failures = 0
  #cancel: (() => void) | undefined
  #token = ''
  /** The server asked not to be asked before this moment of `elapsed`. */
  #notBefore = 0

  constructor(private readonly world: Surroundings) {}

  /** Resolves when all that was saved before this call has had its try; never rejects. */
  sync(): Promise<void> {
    if (this.#elapsed() < this.#notBefore) return Promise.resolve()
    if (this.#running) this.#again = true
    this.#running ??= this.#work()
    return this.#running
  }

  #elapsed(): number {
    return this.world.elapsed?.() ?? performance.now()
  }

  async #work(): Promise<void> {
    this.#cancel?.()
    this.world.tellBusy(true)
    await this.#once()
    while (this.#takeAgain()) await this.#once()
    this.#running = undefined
    this.world.tellBusy(false)
  }

  #takeAgain(): boolean {
    const again = this.#again
    this.#again = false
    return again
  }

  async #once(): Promise<void> {
    // Without Web Locks two runs may overlap: op_ids and the checks in applyAnswer make that harmless.
    const { locks, lockPatience = LOCK_PATIENCE_MS } = this.world
    try {
      await alone(locks, LOCK, lockPatience, () => this.#run())
      this.#failures = 0
      await forgetTrouble(this.world.database)
    } catch (error) {
      await this.#failed(error)
    }
  }

  async #run(): Promise<void> {
    try {
      await this.#exchangeAll()
    } catch (error) {
      if (!isUnauthorised(error)) throw error
      // Logged out meanwhile, in another tab: there is nobody to ask for.
      if (!(await this.#account())) return
      // Perhaps only the CSRF token is stale: ask who we are, and try once more.
      await refreshAccount(this.world.database, this.world.origin)
      await this.#exchangeAll()
    }
  }

  async #exchangeAll(): Promise<void> {
    const { database, origin, now } = this.world
    if (!(await this.#account())) return
    await run({
      database,
      now,
      prepare,
      send: (request, { csrf_token }) => exchange(request, csrf_token, origin),
    })
    await endFormer(database, origin)
    await flushResponses(database, origin)
  }

  /** The account as it is now; what the server refuses next, it refuses to this one. */
  async #account(): Promise<Account | undefined> {
    const account = await getMeta(this.world.database, 'account')
    this.#token = account?.csrf_token ?? ''
    return account
  }

  async #failed(error: unknown): Promise<void> {
    if (isUnauthorised(error))
      return askForAccount(this.world.database, this.#token).catch(() => undefined)
    this.#failures += 1
    const asked = retryAfterOf(error)
    const wait = delayAfter(this.#failures, this.world.random, asked)
    this.#notBefore = asked === undefined ? 0 : this.#elapsed() + asked * 1000
    this.#cancel = this.world.later(() => void this.sync(), wait)
    await noteTrouble(this.world.database, error).catch(() => undefined)
  }
}

function isUnauthorised(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 401 || error.status === 403)
}

function retryAfterOf(error: unknown): number | undefined {
  if (!(error instanceof ApiError) || error.retryAfter === undefined) return undefined
  return Math.min(error.retryAfter, LONGEST_ASKED_SECONDS)
}
