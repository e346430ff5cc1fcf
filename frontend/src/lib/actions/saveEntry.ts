import { phone } from '../db/database.ts'
import { putEntry } from '../db/entries.ts'
import type { EntryData } from '../db/private-types.ts'
import { kept } from './commit.ts'

/** Keep a page as it is now, on this phone alone; returns its id (putEntry). Throws NotSaved. */
export function saveEntry(id: string, data: EntryData, seen = ''): Promise<string> {
  return kept(() => putEntry(phone, id, data, seen))
}
