import { phone } from '../db/database.ts'
import { metaIn } from '../db/meta.ts'

/** What this exercise tells before the first time was read: it is not asked again on this phone. */
export async function passGate(exercise: string): Promise<void> {
  await phone.write(['meta'], async (tx) => {
    const passed = (await metaIn(tx, 'gates_passed')) ?? []
    await tx.objectStore('meta').put([...new Set([...passed, exercise])], 'gates_passed')
  })
}
