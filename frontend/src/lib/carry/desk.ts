import type { Database } from '../db/database.ts'
import { COLLECTIONS } from '../db/schema.ts'
import { isAge, locked, unlocked } from './age.ts'
import { BATCH, bring, type Batch } from './bring.ts'
import { sha256 } from './canonical.ts'
import { collect } from './collect.ts'
import { compare, type Compared } from './compare.ts'
import { documentOf, KEPT } from './document.ts'
import type { Known } from './foreign/gathering.ts'
import type { Incoming, Source } from './incoming.ts'
import { batches, forgetOthers } from './ledger.ts'
import { inventoryOf, madeIn, spanOf, type Inventory } from './inventory.ts'
import { recognise, type Recognised } from './recognise.ts'
import { takeBack, type TakenBack } from './take-back.ts'
import { LARGEST, textOf } from './text.ts'
import { Unreadable } from './unreadable.ts'

export interface Progress {
  phase: 'reading' | 'locking' | 'unlocking' | 'comparing' | 'writing' | 'taking_back'
  done: number
  /** 0: nobody can say how long it takes. */
  total: number
}

export interface Preview {
  source: Source
  changed: boolean
  /** What is new, by kind. */
  fresh: Inventory
  here: number
  differing: Compared['differing']
  misread: Incoming['misread']
  dropped: Incoming['dropped']
  /** The first and the last moment of all check-ins in the file. */
  span: [string, string] | undefined
}

/** What can still be taken back. */
export interface Last {
  source: Source
  at: string
  made: Inventory
}

/**
 * All that is done with files, apart from the screen: it works in a worker, and in tests without one. Nothing is written
 * before `bring`.
 */
export class Desk {
  tell: (progress: Progress) => void = () => undefined
  #bytes: Uint8Array | undefined
  #file = ''
  #recognised: Recognised | undefined
  #compared: Compared | undefined

  constructor(
    private readonly database: Database,
    private readonly now: () => Date = () => new Date(),
    private readonly size = BATCH,
  ) {}

  inventory(): Promise<Inventory> {
    return inventoryOf(this.database)
  }

  async make(app: string, passphrase?: string): Promise<Blob> {
    const total = await this.#count()
    let done = 0
    const collected = await collect(this.database, (rows) => {
      done += rows
      this.tell({ phase: 'reading', done, total })
    })
    const file = await documentOf(collected, this.now(), app)
    if (passphrase === undefined) return file
    this.tell({ phase: 'locking', done: 0, total: 0 })
    return locked(file, passphrase)
  }

  /** 'locked': it needs its passphrase first. */
  async open(file: Blob): Promise<Source | 'locked'> {
    if (file.size > LARGEST) throw new Unreadable('too_large')
    const bytes = await file.arrayBuffer()
    this.#file = await sha256(bytes)
    this.#bytes = new Uint8Array(bytes)
    this.#recognised = undefined
    return isAge(this.#bytes) ? 'locked' : this.#recognise(this.#bytes)
  }

  async unlock(passphrase: string): Promise<Source> {
    this.tell({ phase: 'unlocking', done: 0, total: 0 })
    return this.#recognise(await unlocked(this.#bytes ?? new Uint8Array(), passphrase))
  }

  async preview(zone: string, known: Known): Promise<Preview> {
    if (!this.#recognised) throw new Unreadable('failed')
    this.tell({ phase: 'comparing', done: 0, total: 0 })
    const incoming = await this.#recognised.read(zone, known)
    const compared = await compare(this.database, incoming)
    this.#compared = compared
    const { source, changed, misread, dropped } = incoming
    const { here, differing } = compared
    const said = { source, changed, misread, dropped, here, differing }
    return { ...said, fresh: madeIn(compared.fresh), span: spanOf(incoming.records) }
  }

  async bring(): Promise<number> {
    if (!this.#compared || !this.#recognised) throw new Unreadable('failed')
    const { fresh } = this.#compared
    const total = fresh.records.length + fresh.privates.length
    const { source } = this.#recognised
    const batch: Batch = { file: this.#file, source, at: this.now().toISOString() }
    await forgetOthers(this.database, this.#file)
    const tell = (done: number) => {
      this.tell({ phase: 'writing', done, total })
    }
    tell(0)
    return bring(this.database, fresh, batch, tell, this.size)
  }

  async last(): Promise<Last | undefined> {
    const found = await batches(this.database, this.now())
    const newest = found.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1)
    if (!newest) return undefined
    const made: Inventory = {}
    for (const [store] of found.flatMap((batch) => batch.made)) {
      const kind = kindOf(store)
      made[kind] = (made[kind] ?? 0) + 1
    }
    return { source: newest.source as Source, at: newest.at, made }
  }

  takeBack(): Promise<TakenBack> {
    const tell = (done: number) => {
      this.tell({ phase: 'taking_back', done, total: 0 })
    }
    return takeBack(this.database, this.now(), tell, this.size)
  }

  #recognise(bytes: Uint8Array): Source {
    this.#recognised = recognise(textOf(bytes))
    // A file may be large, and what was read of it stands beside it.
    this.#bytes = undefined
    return this.#recognised.source
  }

  #count(): Promise<number> {
    return this.database.read(COLLECTIONS, async (tx) => {
      const counts = await Promise.all(COLLECTIONS.map((name) => tx.objectStore(name).count()))
      return counts.reduce((sum, count) => sum + count, 0)
    })
  }
}

/** As an inventory counts it. */
function kindOf(store: string): string {
  return (KEPT as readonly string[]).includes(store) ? 'kept' : store.replace('private/', '')
}
