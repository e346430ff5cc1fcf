import type { RecordData, ServerRecord } from '../../src/lib/db/types.ts'
import { same } from '../../src/lib/db/same.ts'
import { ApiError } from '../../src/lib/errors.ts'
import type {
  SyncAnswer,
  SyncRequest,
  SyncResult,
  WireChange,
} from '../../src/lib/sync/protocol.ts'

type Outcome = NonNullable<SyncResult['first']>

interface Held {
  epoch: string
  revision: number
  rows: Map<string, ServerRecord>
  receipts: Map<string, SyncResult>
}

/** One account on a server that keeps to PROTOCOL.md, in memory, with small pages so that paging happens. */
export class MemoryServer {
  #held: Held = { epoch: 'epoch-1', revision: 0, rows: new Map(), receipts: new Map() }
  #epochs = 1
  /** How often each op took effect; never more than once. */
  readonly effects = new Map<string, number>()
  /** A nearness above it is refused. */
  most = 10

  constructor(
    private readonly page = 3,
    private readonly maxChanges = 500,
  ) {}

  get epoch(): string {
    return this.#held.epoch
  }

  live(): Map<string, RecordData> {
    const rows = [...this.#held.rows.values()].filter((row) => !row.deleted)
    return new Map(rows.map((row) => [row.id, row.data]))
  }

  /** Of all it ever held. */
  ids(): Set<string> {
    return new Set(this.#held.rows.keys())
  }

  backup(): Held {
    return structuredClone(this.#held)
  }

  /** As the restore command does: another epoch, and a leap of the counter. */
  restore(backup: Held): void {
    this.#epochs += 1
    this.#held = {
      ...structuredClone(backup),
      epoch: `epoch-${this.#epochs}`,
      revision: backup.revision + 1_000_000,
    }
    this.effects.clear()
  }

  /** A replica takes over that had not all of it; nobody says so. */
  failOver(replica: Held): void {
    this.#held = structuredClone(replica)
  }

  sync(wire: SyncRequest): SyncAnswer {
    const request = structuredClone(wire)
    if (request.changes.length > this.maxChanges) throw new ApiError(413, 'Too much at once.')
    const { epoch, revision } = this.#held
    if (request.epoch === epoch && request.cursor > revision) this.restore(this.#held)
    const results = request.changes.map((change) => this.#receive(change))
    const known = request.echo ? [] : this.#echoes(request, results)
    return structuredClone({ results, ...this.#feed(request, known) })
  }

  #echoes({ changes }: SyncRequest, results: SyncResult[]): ServerRecord[] {
    const applied = changes.filter((_, at) => results[at]?.status === 'applied')
    return applied.flatMap(({ id, deleted, data }) => {
      const row = this.#held.rows.get(id)
      const asSent = deleted ? row?.deleted : same(row?.data, data)
      return row && asSent ? [row] : []
    })
  }

  #feed(
    { epoch: asked, cursor: from, limit }: SyncRequest,
    known: ServerRecord[],
  ): Omit<SyncAnswer, 'results'> {
    const { epoch, revision, rows } = this.#held
    const after = asked === epoch && from <= revision ? from : 0
    const feed = [...rows.values()]
      .filter((row) => row.revision > after && !known.includes(row))
      .sort((a, b) => a.revision - b.revision)
    const records = feed.slice(0, Math.min(this.page, limit))
    const last = records.at(-1)
    const more = feed.length > records.length
    return { epoch, cursor: more && last ? last.revision : revision, more, records }
  }

  #receive(change: WireChange): SyncResult {
    const first = this.#held.receipts.get(change.op_id)
    if (first) return { ...first, status: 'duplicate', first: first.status as Outcome }
    const result = this.#effect(change)
    this.#held.receipts.set(change.op_id, result)
    return result
  }

  #effect(change: WireChange): SyncResult {
    const row = this.#held.rows.get(change.id)
    if (change.deleted) return this.#delete(change, row)
    if ((change.data.nearness as number) > this.most) return rejected(change)
    return row && row.revision !== change.base_revision ? stale(change, row) : this.#write(change)
  }

  #delete(change: WireChange, row: ServerRecord | undefined): SyncResult {
    if (!row) return applied(change, null)
    if (row.deleted) return applied(change, row.revision)
    return row.revision === change.base_revision ? this.#write(change) : stale(change, row)
  }

  #write(change: WireChange): SyncResult {
    this.#held.revision += 1
    this.effects.set(change.op_id, (this.effects.get(change.op_id) ?? 0) + 1)
    const { collection, id, deleted } = change
    const data = deleted ? {} : change.data
    this.#held.rows.set(id, { collection, id, revision: this.#held.revision, deleted, data })
    return applied(change, this.#held.revision)
  }
}

function applied({ op_id }: WireChange, revision: number | null): SyncResult {
  return { op_id, status: 'applied', revision, first: null, record: null, errors: null }
}

function rejected({ op_id }: WireChange): SyncResult {
  const errors = [{ code: 'invalid', detail: 'Expected `int` <= 10', attr: 'nearness' }]
  return { op_id, status: 'rejected', revision: null, first: null, record: null, errors }
}

function stale(change: WireChange, row: ServerRecord): SyncResult {
  if (!change.deleted && !row.deleted && same(row.data, change.data))
    return applied(change, row.revision)
  const record = structuredClone(row)
  const { op_id } = change
  return { op_id, status: 'conflict', revision: row.revision, first: null, record, errors: null }
}
