import { phone } from '../db/database.ts'
import { putMaking } from '../db/makings.ts'
import type { Draft } from '../db/private-types.ts'
import { kept } from './commit.ts'

/** As it is now, so that a reload goes on with it; it is not kept by that. Throws NotSaved. */
export async function saveDraft(draft: Omit<Draft, 'kind'>): Promise<void> {
  await kept(() => putMaking(phone, { ...draft, kind: 'draft' }))
}
