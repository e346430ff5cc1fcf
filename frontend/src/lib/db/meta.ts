import type { Database } from './database.ts'
import type { ReadTransaction, WriteTransaction } from './schema.ts'
import type { MetaValues } from './meta-types.ts'

export type MetaKey = keyof MetaValues

/** Works inside any transaction that holds `meta`. */
export async function metaIn<K extends MetaKey>(
  tx: ReadTransaction | WriteTransaction,
  key: K,
): Promise<MetaValues[K] | undefined> {
  return (await (tx as ReadTransaction).objectStore('meta').get(key)) as MetaValues[K] | undefined
}

export async function getMeta<K extends MetaKey>(
  database: Database,
  key: K,
): Promise<MetaValues[K] | undefined> {
  return database.read(['meta'], (tx) => metaIn(tx, key))
}

export async function setMeta<K extends MetaKey>(
  database: Database,
  key: K,
  value: MetaValues[K],
): Promise<void> {
  await database.write(['meta'], (tx) => tx.objectStore('meta').put(value, key))
}
