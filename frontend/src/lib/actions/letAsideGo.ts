import { phone } from '../db/database.ts'
import { bringBack, letGo } from '../sync/asides.ts'
import { kept } from './commit.ts'
import type { Undo } from './undo.ts'

/** Give a refused change up, on this phone too. What brings it back lives in memory only. Throws NotSaved. */
export async function letAsideGo(opId: string): Promise<Undo> {
  const gone = await kept(() => letGo(phone, opId))
  return async () => {
    if (gone) await kept(() => bringBack(phone, gone))
  }
}
