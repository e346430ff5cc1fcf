import { phone } from '../db/database.ts'
import { putEntry, takeEntry } from '../db/entries.ts'
import { kept } from './commit.ts'
import type { Undo } from './undo.ts'

/** What brings the page back lives in memory only. */
export async function deleteEntry(id: string): Promise<Undo> {
  const gone = await kept(() => takeEntry(phone, id))
  return async () => {
    if (gone) await kept(() => putEntry(phone, id, gone.data))
  }
}
