import { getMeta } from '../../src/lib/db/meta.ts'
import { enter, takeUp } from '../../src/lib/auth/enter.ts'
import { logOut } from '../../src/lib/auth/leave.ts'
import { byMailedCode } from '../../src/lib/auth/sign-in.ts'
import { ApiError, Offline } from '../../src/lib/errors.ts'
import { Refused } from '../../src/lib/refused.ts'
import { enrol } from '../../src/lib/sync/account.ts'
import { exchange, prepare } from '../../src/lib/sync/exchange.ts'
import { endFormer } from '../../src/lib/sync/joining.ts'
import { run, type World } from '../../src/lib/sync/run.ts'
import { Syncer } from '../../src/lib/sync/syncer.ts'
import { Browser, type AccountsServer } from './accounts.ts'
import { Phone } from './phone.ts'
import { MemoryServer } from './server.ts'

/** A phone with the browser that it is used in, and what a person does with both. */
export class Handset {
  readonly phone = new Phone(new MemoryServer())
  readonly browser: Browser

  constructor(server: AccountsServer) {
    this.browser = new Browser(server)
  }

  async start(): Promise<this> {
    await this.browser.start()
    return this
  }

  async scrap(): Promise<void> {
    await this.browser.stop()
    await this.phone.scrap()
  }

  /** An anonymous account. */
  open(): Promise<void> {
    return enrol(this.phone.database, this.browser.origin)
  }

  signIn(code: string): Promise<unknown> {
    return enter(this.phone.database, byMailedCode(code), this.browser.origin)
  }

  logOut(anyway = false): Promise<void> {
    return logOut(this.phone.database, { anyway, origin: this.browser.origin })
  }

  sync(): Promise<void> {
    return new Syncer({
      database: this.phone.database,
      origin: this.browser.origin,
      now: () => new Date(0),
      random: () => 0,
      later: () => () => undefined,
      tellBusy: () => undefined,
    }).sync()
  }

  /** What a run of the syncer does, without its patience: a phone that dies in it is dead. */
  async syncOnce(): Promise<void> {
    const { database } = this.phone
    const { origin } = this.browser
    const send: World['send'] = (request, { csrf_token }) => exchange(request, csrf_token, origin)
    await run({ database, now: () => new Date(0), send, prepare })
    await endFormer(database, origin)
  }

  /** The app starts, with the network there again. */
  async startApp(): Promise<void> {
    await takeUp(this.phone.database, this.browser.origin)
    await this.sync()
  }

  /** What the chip asks the person for. */
  async asksForAccount(): Promise<boolean> {
    return (await getMeta(this.phone.database, 'sync'))?.attention === 'account'
  }

  async account(): Promise<string | undefined> {
    return (await getMeta(this.phone.database, 'account'))?.id
  }
}

/** Whether it went through; what a bad network or a wrong moment does is no fault of the test. */
export async function tried(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (error instanceof Offline || error instanceof Refused || isOver(error)) return false
    throw error
  }
}

/** The session is over: a run of the syncer then asks the person. */
function isOver(error: unknown): boolean {
  return error instanceof ApiError && [401, 403].includes(error.status)
}
