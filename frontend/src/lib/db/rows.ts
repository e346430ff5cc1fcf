import { phone } from './database.ts'
import type { CollectionName, Row, StoredRow } from './types.ts'

export async function getRow<D>(
  collection: CollectionName,
  id: string,
): Promise<Row<D> | undefined> {
  return phone.read([collection], async (tx) => {
    const row = await tx.objectStore(collection).get(id)
    return row && !row.deleted ? shown<D>(row) : undefined
  })
}

export function shown<D>({ id, data, revision }: StoredRow): Row<D> {
  return { id, data: data as D, revision }
}
