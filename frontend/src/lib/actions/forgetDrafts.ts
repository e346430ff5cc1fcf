import { phone } from '../db/database.ts'
import { dropDrafts } from '../db/makings.ts'

/** What was left open for more than a day, and never kept, is let go. */
export async function forgetDrafts(now: Date): Promise<void> {
  await dropDrafts(phone, now).catch(() => undefined)
}
