import { phone } from '../db/database.ts'
import type { Signal } from '../db/private-types.ts'
import { putSignal } from '../db/signals.ts'
import { kept } from './commit.ts'
import { forgetSignal } from './forgetSignal.ts'
import type { Undo } from './undo.ts'

/** Keep what the person said fits, on this phone alone; returns the way back. Throws NotSaved. */
export async function confirmSignal(link: Omit<Signal['data'], 'confirmed_at'>): Promise<Undo> {
  const { zone, side, mark, word } = link
  const id = crypto.randomUUID()
  const data = { zone, side, mark, word, confirmed_at: new Date().toISOString() }
  await kept(() => putSignal(phone, { id, kind: 'signal', data }))
  return async () => {
    await forgetSignal(id)
  }
}
