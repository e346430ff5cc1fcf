import { phone } from '../db/database.ts'
import { putEntry } from '../db/entries.ts'
import type { EntryData } from '../db/private-types.ts'
import { kept } from './commit.ts'

/** Keep a page as it is now, on this phone alone. Throws NotSaved. */
export async function saveEntry(id: string, data: EntryData): Promise<void> {
  await kept(() => putEntry(phone, id, data))
}
