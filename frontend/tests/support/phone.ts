import { deleteDB } from 'idb'
import { Database } from '../../src/lib/db/database.ts'
import { adoptAccount } from '../../src/lib/db/account.ts'
import { commitChange } from '../../src/lib/db/records.ts'
import { COLLECTIONS, type StoreName } from '../../src/lib/db/schema.ts'
import type { ReadTransaction, WriteTransaction } from '../../src/lib/db/schema.ts'
import type {
  Account,
  OutboxLine,
  RecordData,
  SetAside,
  StoredRow,
} from '../../src/lib/db/types.ts'
import { run } from '../../src/lib/sync/run.ts'
import type { MemoryServer } from './server.ts'

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

let phones = 0

/** One phone with its own database; after a crash it goes on from what was on its disk. */
export class Phone {
  readonly name = `phone-${++phones}`
  #database = new MortalDatabase(this.name)

  constructor(private readonly server: MemoryServer) {}

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

  /** `meanwhile` happens after the server has worked, before its answer arrives. */
  async sync(meanwhile: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
    const database = this.#database
    await run({
      database,
      now: () => new Date(0),
      send: async (request) => {
        database.fate.pass()
        const answer = this.server.sync(request)
        await meanwhile()
        database.fate.pass()
        return answer
      },
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

  #commit(id: string, next: (data: RecordData | undefined) => RecordData | null): Promise<unknown> {
    const op_id = crypto.randomUUID()
    return commitChange(this.#database, { op_id, collection: 'check_ins', id, next })
  }
}
