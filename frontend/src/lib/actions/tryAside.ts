import { phone } from '../db/database.ts'
import { tryAgain } from '../sync/asides.ts'
import { syncNow } from '../sync/soon.ts'
import { kept } from './commit.ts'

/** Send refused changes once more. Resolves when the try is over; what is refused again is set aside again. Throws NotSaved. */
export async function tryAside(opIds: string[]): Promise<void> {
  await kept(() => tryAgain(phone, opIds))
  await syncNow().catch(() => undefined)
}
