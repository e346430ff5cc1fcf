import { phone } from '../db/database.ts'
import { setMeta } from '../db/meta.ts'

/** Whether the screen stays on while a practice runs, on this phone. */
export async function setAwake(on: boolean): Promise<void> {
  await setMeta(phone, 'awake', on)
}
