import type { Database } from './database.ts'
import { metaIn } from './meta.ts'
import { COLLECTIONS, type StoreName, type WriteTransaction } from './schema.ts'
import type {
  Account,
  CollectionName,
  Device,
  OutboxLine,
  StoredRow,
  SyncProgress,
} from './types.ts'

const EVERYTHING: StoreName[] = [
  ...COLLECTIONS,
  'private',
  'outbox',
  'acknowledged',
  'set_aside',
  'meta',
  'content',
  'responses',
]

const HELD: StoreName[] = [...COLLECTIONS, 'outbox', 'acknowledged', 'meta', 'responses']

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
  await database.write(HELD, (tx) => adopt(tx, account))
}

/** The same, unless the phone left the account it `asked` for, or learnt more of it, before the answer came. */
export async function renewAccount(
  database: Database,
  account: Account,
  asked: Account,
): Promise<void> {
  await database.write(HELD, async (tx) => {
    const { csrf_token } = (await metaIn(tx, 'account')) ?? {}
    if (csrf_token === asked.csrf_token) await adopt(tx, account)
  })
}

/** Logged out. What the phone knows of the server stays, for the day that the person comes back to this account. */
export async function leaveAccount(database: Database): Promise<void> {
  await database.write(['meta'], async (tx) => {
    const account = await metaIn(tx, 'account')
    if (!account) return
    await tx.objectStore('meta').put({ id: account.id, ways: account.ways }, 'left')
    await tx.objectStore('meta').delete('account')
  })
}

/** The account is gone, the phone keeps everything; a later account gets all of it. */
export async function forgetAccount(database: Database): Promise<void> {
  await database.write(HELD, async (tx) => {
    for (const key of ['account', 'left']) await tx.objectStore('meta').delete(key)
    await startOver(tx)
  })
}

/** All that is left is whether the browser still has a session to end: only the server can take its cookie. */
export async function clearEverything(database: Database): Promise<void> {
  await database.write(EVERYTHING, async (tx) => {
    const keys = ['account', 'joining', 'forgotten'] as const
    const known = await Promise.all(keys.map((key) => metaIn(tx, key)))
    await Promise.all(EVERYTHING.map((store) => tx.objectStore(store).clear()))
    if (known.some(Boolean)) await tx.objectStore('meta').put(true, 'forgotten')
  })
}

async function adopt(tx: WriteTransaction, account: Account): Promise<void> {
  const before = (await metaIn(tx, 'account')) ?? (await metaIn(tx, 'left'))
  if (before && before.id !== account.id) await startOver(tx)
  await tx.objectStore('meta').put(account, 'account')
  await tx.objectStore('meta').delete('left')
  await letIn(tx)
  await arrived(tx, account.id)
}

/** The server knows this phone, so nobody need be asked about that any more. */
async function letIn(tx: WriteTransaction): Promise<void> {
  const { attention, ...progress } = (await metaIn(tx, 'sync')) ?? ({} as SyncProgress)
  if (attention === 'account') await tx.objectStore('meta').put(progress, 'sync')
}

/** Elsewhere than where it came from the phone has arrived; the ticket stays until what it stands for is done. */
async function arrived(tx: WriteTransaction, account: string): Promise<void> {
  const { ticket, from } = (await metaIn(tx, 'joining')) ?? {}
  if (from === account) return
  if (ticket && from) await tx.objectStore('meta').put({ ticket, from }, 'joining')
  else await tx.objectStore('meta').delete('joining')
}

async function startOver(tx: WriteTransaction): Promise<void> {
  await tx.objectStore('meta').delete('sync')
  await tx.objectStore('responses').clear()
  await tx.objectStore('outbox').clear()
  await tx.objectStore('acknowledged').clear()
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
    alone: true,
  }
  await tx.objectStore(collection).put({ id, data, revision: null })
  await tx.objectStore('outbox').add(line as OutboxLine)
}
