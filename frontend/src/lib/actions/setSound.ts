import { phone } from '../db/database.ts'
import { setMeta } from '../db/meta.ts'
import type { SoundChoice } from '../db/meta-types.ts'

export async function setSound(choice: SoundChoice): Promise<void> {
  await setMeta(phone, 'sound', choice)
}
