import { phone } from './database.ts'

const OWN = 'own:'

/** The texts behind `own:<uuid>`, under that very name. Reads these rows alone: beside them lie long pages. */
export async function textsOf(names: string[]): Promise<Map<string, string>> {
  return phone.read(['private'], async (tx) => {
    const store = tx.objectStore('private')
    const texts = new Map<string, string>()
    for (const name of new Set(names.filter((each) => each.startsWith(OWN)))) {
      const row = await store.get(name.slice(OWN.length))
      if (row?.kind === 'own') texts.set(name, row.data.text)
    }
    return texts
  })
}
