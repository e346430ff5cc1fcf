import { deleteDB } from 'idb'
import { Database } from '../../src/lib/db/database.ts'
import { adoptAccount } from '../../src/lib/db/account.ts'
import { commitChange } from '../../src/lib/db/records.ts'
import { COLLECTIONS, type StoreName } from '../../src/lib/db/schema.ts'
import type { ReadTransaction, WriteTransaction } from '../../src/lib/db/schema.ts'
import type {
  Account,
  CollectionName,
  OutboxLine,
  RecordData,
  SetAside,
  StoredRow,
} from '../../src/lib/db/types.ts'
import { run } from '../../src/lib/sync/run.ts'
import type { SyncAnswer, SyncRequest } from '../../src/lib/sync/protocol.ts'
import { ApiError, Offline } from '../../src/lib/errors.ts'
import type { Link } from '../model/steps.ts'

export class Crash extends Error {}

/** Counts the moments at which a phone can die, and dies at the one it was told. */
export class Fate {
  #left: number

  constructor(at = Number.POSITIVE_INFINITY) {
    this.#left = at
  }

  pass(): void {
    this.#left -= 1
    if (this.#left < 0) throw new Crash()
  }
}

/** Every await of the store is a moment to die: before, inside (the transaction aborts) and after. */
class MortalDatabase extends Database {
  fate = new Fate()

  override async read<T>(
    stores: StoreName[],
    work: (tx: ReadTransaction) => Promise<T>,
  ): Promise<T> {
    this.fate.pass()
    return super.read(stores, work)
  }

  override async write<T>(
    stores: StoreName[],
    work: (tx: WriteTransaction) => Promise<T>,
    durability?: 'strict' | 'relaxed',
  ): Promise<T> {
    this.fate.pass()
    const result = await super.write(
      stores,
      async (tx) => {
        const value = await work(tx)
        this.fate.pass()
        return value
      },
      durability,
    )
    this.fate.pass()
    return result
  }
}

export function accountOf(id: string): Account {
  return {
    id: 'account-1',
    locale: 'en',
    time_zone: 'Europe/Berlin',
    epoch: 'epoch-1',
    csrf_token: 'token',
    device: { id, label: 'Phone' },
    created_at: '2026-01-01T00:00:00Z',
  }
}

/** One in memory, or a real one. */
interface Server {
  sync(request: SyncRequest): SyncAnswer | Promise<SyncAnswer>
}

let phones = 0

/** One phone with its own database; after a crash it goes on from what was on its disk. */
export class Phone {
  readonly name = `phone-${++phones}`
  #database = new MortalDatabase(this.name)

  constructor(private readonly server: Server) {}

  get database(): Database {
    return this.#database
  }

  async signIn(): Promise<void> {
    await adoptAccount(this.#database, accountOf(this.name))
  }

  save(id: string, data: RecordData): Promise<unknown> {
    return this.#commit(id, () => data)
  }

  edit(id: string, change: (data: RecordData) => RecordData): Promise<unknown> {
    return this.#commit(id, (data) => change(data ?? {}))
  }

  remove(id: string): Promise<unknown> {
    return this.#commit(id, () => null)
  }

  /** A change in any collection; null deletes. */
  change(
    collection: CollectionName,
    id: string,
    next: (data: RecordData | undefined) => RecordData | null,
  ): Promise<unknown> {
    return this.#commit(id, next, collection)
  }

  /** `meanwhile` happens after the server has worked, before its answer arrives. */
  async sync(
    meanwhile: () => Promise<unknown> = () => Promise.resolve(),
    link: Link = 'good',
  ): Promise<void> {
    const database = this.#database
    const send = async (request: SyncRequest) => {
      database.fate.pass()
      if (link === 'refused') throw new ApiError(503, 'Not now.')
      if (link === 'twice') await this.server.sync(request)
      const answer = await this.server.sync(request)
      await meanwhile()
      database.fate.pass()
      if (link === 'lost') throw new Offline('The answer was lost.')
      return answer
    }
    await run({ database, now: () => new Date(0), send }).catch((error: unknown) => {
      if (link === 'good' || link === 'twice' || error instanceof Crash) throw error
    })
  }

  /** Whether `work` came to its end before the phone died at moment `at`. */
  async survives(at: number | undefined, work: () => Promise<unknown>): Promise<boolean> {
    this.#database.fate = new Fate(at)
    try {
      await work()
      return true
    } catch (error) {
      if (!(error instanceof Crash)) throw error
      await this.#restart()
      return false
    } finally {
      this.#database.fate = new Fate()
    }
  }

  async live(): Promise<Map<string, RecordData>> {
    const rows = (await this.rows()).filter((row) => !row.deleted)
    return new Map(rows.map(({ id, data }) => [id, data]))
  }

  async rows(): Promise<StoredRow[]> {
    return this.#database.read(COLLECTIONS, async (tx) => {
      const stores = COLLECTIONS.map((name) => tx.objectStore(name).getAll())
      return (await Promise.all(stores)).flat()
    })
  }

  async rowsAndOutbox(): Promise<[StoredRow[], OutboxLine[]]> {
    return this.#database.read([...COLLECTIONS, 'outbox'], async (tx) => {
      const outbox = tx.objectStore('outbox').getAll()
      const stores = COLLECTIONS.map((name) => tx.objectStore(name).getAll())
      return [(await Promise.all(stores)).flat(), await outbox]
    })
  }

  async outbox(): Promise<OutboxLine[]> {
    return this.#database.read(['outbox'], (tx) => tx.objectStore('outbox').getAll())
  }

  async asides(): Promise<SetAside[]> {
    return this.#database.read(['set_aside'], (tx) => tx.objectStore('set_aside').getAll())
  }

  async scrap(): Promise<void> {
    await this.#database.close()
    await deleteDB(this.name)
  }

  async #restart(): Promise<void> {
    await this.#database.close()
    this.#database = new MortalDatabase(this.name)
  }

  #commit(
    id: string,
    next: (data: RecordData | undefined) => RecordData | null,
    collection: CollectionName = 'check_ins',
  ): Promise<unknown> {
    const op_id = crypto.randomUUID()
    return commitChange(this.#database, { op_id, collection, id, next })
  }
}
