import { openDB } from 'idb'
import { Changes } from './changes.ts'
import {
  upgrade,
  VERSION,
  type ReadTransaction,
  type StoreName,
  type ThawDatabase,
  type ThawSchema,
  type WriteTransaction,
} from './schema.ts'

/** What a browser throws on a connection it has dropped: iOS does so after a while in the background. */
const LOST = ['InvalidStateError', 'UnknownError']

/** One handle on the phone's database: it reopens a lost connection and tries once more. */
export class Database {
  readonly changes: Changes
  #opening: Promise<ThawDatabase> | undefined

  constructor(readonly name = 'thaw') {
    this.changes = new Changes(name)
  }

  async read<T>(stores: StoreName[], work: (tx: ReadTransaction) => Promise<T>): Promise<T> {
    return this.#twice((database) => work(database.transaction(stores)))
  }

  /**
   * All or nothing; resolves after the commit. `strict` waits for the disk, as 'saved' promises;
   * `relaxed` is for what the server would send again.
   */
  async write<T>(
    stores: StoreName[],
    work: (tx: WriteTransaction) => Promise<T>,
    durability: 'strict' | 'relaxed' = 'strict',
  ): Promise<T> {
    const result = await this.#twice((database) =>
      commit(database.transaction(stores, 'readwrite', { durability }), work),
    )
    this.changes.announce(stores)
    return result
  }

  async close(): Promise<void> {
    this.changes.close()
    const opening = this.#opening
    this.#opening = undefined
    ;(await opening)?.close()
  }

  async #twice<T>(work: (database: ThawDatabase) => Promise<T>): Promise<T> {
    const opening = this.#open()
    try {
      return await work(await opening)
    } catch (error) {
      if (this.#opening === opening && !isLost(error)) throw error
      this.#opening = undefined
      return work(await this.#open())
    }
  }

  #open(): Promise<ThawDatabase> {
    this.#opening ??= this.#connect()
    return this.#opening
  }

  #connect(): Promise<ThawDatabase> {
    const forget = () => {
      this.#opening = undefined
    }
    return new Promise((resolve, reject) => {
      const opened = openDB<ThawSchema>(this.name, VERSION, {
        upgrade,
        terminated: forget,
        // A frozen tab of an older build does not step aside: say so, rather than wait without end.
        blocked: () => {
          reject(new Error('blocked'))
          opened.then(() => (this.#opening = opened), forget)
        },
        // A newer build wants to upgrade: an old tab that held on would block it for good.
        blocking(_current, _blocked, event) {
          forget()
          ;(event.target as IDBDatabase).close()
        },
      })
      opened.catch(forget)
      opened.then(resolve, reject)
    })
  }
}

async function commit<T>(
  tx: WriteTransaction,
  work: (tx: WriteTransaction) => Promise<T>,
): Promise<T> {
  // Observed below; without this an abort would also be reported as unhandled.
  tx.done.catch(() => undefined)
  try {
    const result = await work(tx)
    await tx.done
    return result
  } catch (error) {
    abort(tx)
    throw tx.error ?? error
  }
}

function abort(tx: WriteTransaction): void {
  try {
    tx.abort()
  } catch {
    // Already finished: the error that led here says why.
  }
}

function isLost(error: unknown): boolean {
  return error instanceof DOMException && LOST.includes(error.name)
}

export const phone = new Database()
