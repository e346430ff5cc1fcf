import { syncNow } from '../sync/soon.ts'

/** Resolves when the try is over, however it went; the sync state says how. */
export function retrySync(): Promise<void> {
  return syncNow()
}
