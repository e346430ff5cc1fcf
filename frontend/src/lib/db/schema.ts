import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb'
import type { PrivateRow } from './private-types.ts'
import type { MetaValues } from './meta-types.ts'
import type {
  AcknowledgedPage,
  CachedContent,
  CollectionName,
  OutboxLine,
  PushResponse,
  SetAside,
  StoredRow,
} from './types.ts'

interface Collection {
  key: string
  value: StoredRow
  indexes: { live: string }
}

/** Only a foggy span has an end: `spans` holds these alone, and costs other check-ins nothing. */
interface CheckIns extends Collection {
  indexes: { live: string; spans: string; belongs_to: string }
}

export interface ThawSchema extends DBSchema {
  check_ins: CheckIns
  practices: Collection
  reminders: Collection
  settings: Collection
  sealed: Collection
  private: {
    key: string
    value: PrivateRow
    indexes: { record: string; written: string; kind: string }
  }
  outbox: {
    key: number
    value: OutboxLine
    indexes: { op_id: string; record: [string, string] }
  }
  acknowledged: { key: number; value: AcknowledgedPage; indexes: { ids: string } }
  set_aside: { key: string; value: SetAside }
  meta: { key: string; value: MetaValues[keyof MetaValues] }
  content: { key: string; value: CachedContent }
  responses: { key: [string, string]; value: PushResponse }
}

export type StoreName =
  | CollectionName
  | 'private'
  | 'outbox'
  | 'acknowledged'
  | 'set_aside'
  | 'meta'
  | 'content'
  | 'responses'
export type ThawDatabase = IDBPDatabase<ThawSchema>
export type ReadTransaction = IDBPTransaction<ThawSchema, StoreName[]>
export type WriteTransaction = IDBPTransaction<ThawSchema, StoreName[], 'readwrite'>

/** A field each live record has and no tombstone has: the index that counts and orders what lives. */
const LIVE_FIELD: Record<CollectionName, string> = {
  check_ins: 'data.occurred_at',
  practices: 'data.started_at',
  reminders: 'data.local_time',
  settings: 'data.key',
  sealed: 'data.kind',
}

export const COLLECTIONS = Object.keys(LIVE_FIELD) as CollectionName[]

type Upgrade = IDBPTransaction<ThawSchema, StoreName[], 'versionchange'>

/** One step for each version, in order: a phone may come from any of them. */
const STEPS: ((database: ThawDatabase, tx: Upgrade) => void)[] = [
  first,
  (_database, tx) => {
    tx.objectStore('private').createIndex('written', 'data.written_at')
  },
  (_database, tx) => {
    tx.objectStore('private').createIndex('kind', 'kind')
    tx.objectStore('check_ins').createIndex('belongs_to', 'data.belongs_to')
    tx.objectStore('check_ins').createIndex('spans', 'data.ended_at')
  },
  (database) => {
    collection(database, 'sealed')
  },
  (database) => {
    const pages = database.createObjectStore('acknowledged', { autoIncrement: true })
    pages.createIndex('ids', 'ids', { multiEntry: true })
  },
]

export const VERSION = STEPS.length

export function upgrade(
  database: ThawDatabase,
  from: number,
  to: number | null,
  tx: Upgrade,
): void {
  for (const step of STEPS.slice(from, to ?? VERSION)) step(database, tx)
}

function first(database: ThawDatabase): void {
  for (const name of COLLECTIONS.slice(0, 4)) collection(database, name)
  database.createObjectStore('private', { keyPath: 'id' }).createIndex('record', 'record')
  const outbox = database.createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true })
  outbox.createIndex('op_id', 'op_id', { unique: true })
  outbox.createIndex('record', ['collection', 'id'])
  database.createObjectStore('set_aside', { keyPath: 'op_id' })
  database.createObjectStore('meta')
  database.createObjectStore('content', { keyPath: 'key' })
  database.createObjectStore('responses', { keyPath: ['delivery', 'response'] })
}

function collection(database: ThawDatabase, name: CollectionName): void {
  database.createObjectStore(name, { keyPath: 'id' }).createIndex('live', LIVE_FIELD[name])
}
