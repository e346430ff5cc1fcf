import { phone } from './database.ts'
import type { Own } from './private-types.ts'

/** A person's own words and tags: `own:<uuid>`, as a check-in names it → the text. */
export async function listOwnTexts(): Promise<Map<string, string>> {
  return phone.read(['private'], async (tx) => {
    const rows = (await tx.objectStore('private').index('kind').getAll('own')) as Own[]
    return new Map(rows.map(({ id, data }) => [`own:${id}`, data.text]))
  })
}
