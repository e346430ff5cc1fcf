import type { Database } from './database.ts'
import { phone } from './database.ts'
import type { Own } from './private-types.ts'

type List = Own['data']['list']

/** The person's own words and tags, by what a check-in holds in their place: `own:<id>`. */
export async function ownTexts(): Promise<Map<string, Own['data']>> {
  return phone.read(['private'], async (tx) => {
    const rows = await tx.objectStore('private').index('kind').getAll('own')
    return new Map((rows as Own[]).map(({ id, data }) => [`own:${id}`, data]))
  })
}

/** Keep a text of one's own, once: the same one again, however it is spelled, is the one there is. Returns its `own:<id>`. */
export async function putOwn(
  database: Database,
  id: string,
  text: string,
  list: List,
): Promise<string> {
  return database.write(['private'], async (tx) => {
    const store = tx.objectStore('private')
    const rows = (await store.index('kind').getAll('own')) as Own[]
    const same = rows.find(({ data }) => data.list === list && folded(data.text) === folded(text))
    if (!same) await store.put({ id, kind: 'own', data: { text: text.trim(), list } })
    return `own:${same?.id ?? id}`
  })
}

function folded(text: string): string {
  return text.trim().toLocaleLowerCase()
}
