import { phone, type Database } from './database.ts'
import { getMeta, setMeta } from './meta.ts'

/** What a person would miss. */
const KEPT = ['outbox', 'private'] as const
const ASK_AGAIN_MS = 30 * 24 * 3_600_000

/** What is needed of StorageManager; old browsers have none of it. */
type Keeper = Partial<Pick<StorageManager, 'persist' | 'persisted'>>

/**
 * Browsers throw away what lies in them when the phone is full, and some after a week without a visit. The
 * right moment to ask is the first save of a visit: before it there is nothing to keep, and some ask the person.
 */
export function stayWhenSaved(database = phone, keeper: Keeper = navigator.storage): void {
  const stop = database.changes.listen((stores) => {
    if (!KEPT.some((store) => stores.includes(store))) return
    stop()
    askToStay(database, keeper, new Date()).catch(() => undefined)
  })
}

/** Whether what lies here stays. A person who said no is left alone for a month. */
export async function askToStay(database: Database, keeper: Keeper, now: Date): Promise<boolean> {
  if (!keeper.persist || !keeper.persisted) return false
  if (await keeper.persisted()) return true
  const asked = await getMeta(database, 'asked_to_stay')
  if (asked !== undefined && now.getTime() - Date.parse(asked) < ASK_AGAIN_MS) return false
  await setMeta(database, 'asked_to_stay', now.toISOString())
  return keeper.persist()
}
