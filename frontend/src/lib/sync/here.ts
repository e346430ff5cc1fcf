import { askNowAndThen, askWorker } from './background.ts'
import { syncer } from './phone.ts'

/** Now, and through the worker too in case this page is closed first. */
export async function syncHere(): Promise<void> {
  askWorker().catch(() => undefined)
  askNowAndThen().catch(() => undefined)
  await syncer.sync()
}
