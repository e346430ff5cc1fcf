import { phone } from '../db/database.ts'
import { putMaking } from '../db/makings.ts'
import type { MakingData } from '../db/private-types.ts'
import { kept } from './commit.ts'

/** From now on it is kept, on this phone alone. Throws NotSaved. */
export async function keepMaking(id: string, data: MakingData): Promise<void> {
  await kept(() => putMaking(phone, { id, kind: 'making', data }))
}
