import { phone } from '../db/database.ts'
import { putMaking, takeMaking } from '../db/makings.ts'
import { kept } from './commit.ts'
import type { Undo } from './undo.ts'

/** Also one that was never kept. What brings it back lives in memory only. */
export async function deleteMaking(id: string): Promise<Undo> {
  const gone = await kept(() => takeMaking(phone, id))
  return async () => {
    if (gone) await kept(() => putMaking(phone, gone))
  }
}
