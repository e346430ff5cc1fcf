import type { Database } from './database.ts'
import { metaIn } from './meta.ts'
import { COLLECTIONS, type StoreName, type WriteTransaction } from './schema.ts'
import type { Account, CollectionName, Device, OutboxLine, StoredRow } from './types.ts'

const EVERYTHING: StoreName[] = [
  ...COLLECTIONS,
  'private',
  'outbox',
  'set_aside',
  'meta',
  'content',
  'responses',
]

/** This phone's own id: made once, and kept until its data is deleted. */
export async function ensureDevice(database: Database, label: string): Promise<Device> {
  return database.write(['meta'], async (tx) => {
    const known = await metaIn(tx, 'device')
    if (known) return known
    const device: Device = { id: crypto.randomUUID(), label }
    await tx.objectStore('meta').put(device, 'device')
    return device
  })
}

/** From now on changes go up. Another account than before has none of what this phone holds. */
export async function adoptAccount(database: Database, account: Account): Promise<void> {
  await database.write([...COLLECTIONS, 'outbox', 'meta', 'responses'], async (tx) => {
    const before = await metaIn(tx, 'account')
    if (before && before.id !== account.id) await startOver(tx)
    await tx.objectStore('meta').put(account, 'account')
  })
}

/** The account is gone, the phone keeps everything; a later account gets all of it. */
export async function forgetAccount(database: Database): Promise<void> {
  await database.write([...COLLECTIONS, 'outbox', 'meta', 'responses'], async (tx) => {
    await tx.objectStore('meta').delete('account')
    await startOver(tx)
  })
}

export async function clearEverything(database: Database): Promise<void> {
  await database.write(EVERYTHING, (tx) =>
    Promise.all(EVERYTHING.map((store) => tx.objectStore(store).clear())),
  )
}

async function startOver(tx: WriteTransaction): Promise<void> {
  await tx.objectStore('meta').delete('sync')
  await tx.objectStore('responses').clear()
  await tx.objectStore('outbox').clear()
  for (const collection of COLLECTIONS)
    for (const row of await tx.objectStore(collection).getAll())
      await unconfirm(tx, collection, row)
}

async function unconfirm(
  tx: WriteTransaction,
  collection: CollectionName,
  { id, data, deleted }: StoredRow,
): Promise<void> {
  if (deleted) return tx.objectStore(collection).delete(id)
  const line: Omit<OutboxLine, 'seq'> = {
    op_id: crypto.randomUUID(),
    collection,
    id,
    base_revision: null,
    before: null,
    deleted: false,
    data,
  }
  await tx.objectStore(collection).put({ id, data, revision: null })
  await tx.objectStore('outbox').add(line as OutboxLine)
}
