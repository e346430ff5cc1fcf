import { noteOf } from '../db/notes.ts'
import type { CollectionName, RecordData } from '../db/types.ts'
import { commit } from './commit.ts'

/** Brings back the record and its note. What it needs lives in memory only. */
export type Undo = () => Promise<void>

export async function remove(collection: CollectionName, id: string): Promise<Undo> {
  const note = await noteOf(id)
  let gone: RecordData | undefined
  await commit({
    collection,
    id,
    next(current) {
      gone = current ?? gone
      return null
    },
  })
  return async () => {
    const data = gone
    if (data) await commit({ collection, id, next: () => data, note })
  }
}
