import { phone } from '../db/database.ts'
import { setMeta } from '../db/meta.ts'

/** What was found when the screen came back on: whether this phone had gone on sounding without it. */
export async function noteHiddenSound(hidden: 'plays' | 'silent'): Promise<void> {
  await setMeta(phone, 'sound_hidden', hidden)
}
