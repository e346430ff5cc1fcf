import { phone } from '../db/database.ts'
import { putSignal, takeSignal } from '../db/signals.ts'
import { kept } from './commit.ts'
import type { Undo } from './undo.ts'

/** What brings it back lives in memory only. Throws NotSaved. */
export async function forgetSignal(id: string): Promise<Undo> {
  const gone = await kept(() => takeSignal(phone, id))
  return async () => {
    if (gone) await kept(() => putSignal(phone, gone))
  }
}
