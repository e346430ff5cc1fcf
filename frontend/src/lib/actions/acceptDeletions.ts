import { phone } from '../db/database.ts'
import { changeProgress } from '../sync/apply.ts'
import { syncSoon } from '../sync/soon.ts'

/** The person agrees that the next download may delete a great part of what is here. */
export async function acceptDeletions(): Promise<void> {
  await changeProgress(phone, (last) => {
    const { attention: _asked, ...rest } = last
    return { ...rest, deletions_accepted: true }
  })
  syncSoon()
}
