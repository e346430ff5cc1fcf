import { phone } from '../db/database.ts'
import { getMeta } from '../db/meta.ts'

/** After a save, and whenever the network may be back. Without an account there is nothing to load or ask. */
export async function syncNow(): Promise<void> {
  if (!(await getMeta(phone, 'account'))) return
  const { syncHere } = await import('./here.ts')
  await syncHere()
}

/** Never throws: the outbox keeps all. */
export function syncSoon(): void {
  syncNow().catch(() => undefined)
}
