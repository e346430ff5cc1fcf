import { phone } from '../db/database.ts'
import { live } from '../db/live.ts'
import { metaIn } from '../db/meta.ts'
import { onBusy } from '../sync/busy.ts'
import { reasonOf, statusOf, type AttentionReason, type Standing, type SyncStatus } from './chip.ts'
import { Observed } from './observe.svelte.ts'

type Counted = Omit<Standing, 'overtaken'>

const NOTHING_KNOWN: Counted = { hasAccount: false, pending: 0, asides: 0, progress: undefined }

/** One read of everything the chip says, so that its parts never contradict each other. */
function readStanding(): Promise<Counted> {
  return phone.read(['meta', 'outbox', 'set_aside'], async (tx) => ({
    hasAccount: (await metaIn(tx, 'account')) !== undefined,
    progress: await metaIn(tx, 'sync'),
    pending: await tx.objectStore('outbox').count(),
    asides: await tx.objectStore('set_aside').count(),
  }))
}

class SyncState {
  readonly #standing: Observed<Counted & { saves: number }>
  #saves = $state(0)
  #busy = $state(false)
  #online = $state(navigator.onLine)

  constructor() {
    // Before the query below hears of it. What an answer changes, it takes from the outbox: that can wait.
    phone.changes.listen((stores) => {
      if (stores.includes('outbox') && !stores.includes('set_aside')) this.#saves += 1
    })
    this.#standing = new Observed(
      live(['meta', 'outbox', 'set_aside'], async () => {
        const saves = this.#saves
        return { ...(await readStanding()), saves }
      }),
    )
    onBusy((busy) => {
      this.#busy = busy
    })
    for (const event of ['online', 'offline'])
      addEventListener(event, () => {
        this.#online = navigator.onLine
      })
  }

  get status(): SyncStatus {
    return statusOf(this.#known, this.#busy)
  }

  get reason(): AttentionReason | undefined {
    return reasonOf(this.#known)
  }

  get pending(): number {
    return this.#known.pending
  }

  get asideCount(): number {
    return this.#known.asides
  }

  get lastSyncedAt(): Date | undefined {
    const at = this.#known.progress?.acknowledged_at
    return at === undefined ? undefined : new Date(at)
  }

  get online(): boolean {
    return this.#online
  }

  get #known(): Standing {
    const { saves, ...known } = this.#standing.value ?? { ...NOTHING_KNOWN, saves: 0 }
    return { ...known, overtaken: saves !== this.#saves }
  }
}

export const sync = new SyncState()
