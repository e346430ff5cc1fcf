import { phone } from '../db/database.ts'
import { metaIn } from '../db/meta.ts'

/** The person's own seconds for the breath of this exercise; without any it is as it was. */
export async function setBreath(
  exercise: string,
  seconds: readonly number[] | undefined,
): Promise<void> {
  await phone.write(['meta'], async (tx) => {
    const { [exercise]: _, ...others } = (await metaIn(tx, 'breaths')) ?? {}
    const breaths = seconds ? { ...others, [exercise]: [...seconds] } : others
    await tx.objectStore('meta').put(breaths, 'breaths')
  })
}
