import { packed } from '../carry/blobs.ts'
import { canonical } from '../carry/canonical.ts'
import { carried } from '../carry/collect.ts'
import { documentOf } from '../carry/document.ts'
import { phone } from '../db/database.ts'
import type { PrivateRow } from '../db/private-types.ts'
import { COLLECTIONS } from '../db/schema.ts'
import type { CollectionName, RecordData, SetAside } from '../db/types.ts'

/**
 * A file of exactly what the server does not have, with the notes and own words that belong to it. It is a file like any
 * other of Thaw's: it can be brought in again. Deletions have nothing to keep.
 */
export async function fileOfUnsynced(now: Date, app: string): Promise<Blob> {
  const { changes, rows } = await phone.read(['outbox', 'set_aside', 'private'], async (tx) => ({
    changes: [
      ...(await tx.objectStore('set_aside').getAll()),
      ...(await tx.objectStore('outbox').getAll()),
    ],
    rows: await tx.objectStore('private').getAll(),
  }))
  const newest = newestOf(changes)
  const collections = Object.fromEntries(
    COLLECTIONS.map((name) => [name, linesOf(name, newest)]),
  ) as Record<CollectionName, string[]>
  const own = rows.filter((row) => belongs(row, newest))
  const lines: string[] = []
  for (const row of own.sort(byId)) lines.push(canonical(await packed(row)))
  return documentOf({ collections, private: lines, kept: {} }, now, app)
}

type Change = Pick<SetAside, 'collection' | 'id' | 'deleted' | 'data'>

/** By the id of its record; a later change of it takes the place of an earlier one. */
function newestOf(changes: Change[]): Map<string, Change> {
  const newest = new Map(changes.map((change) => [change.id, change]))
  return new Map([...newest].filter(([, { deleted }]) => !deleted))
}

function linesOf(name: CollectionName, newest: Map<string, Change>): string[] {
  const changes = [...newest.values()].filter(({ collection }) => collection === name)
  return changes.sort(byId).map((change) => canonical(carried(name, change)))
}

function belongs(row: PrivateRow, newest: Map<string, Change>): boolean {
  if (row.kind === 'note') return newest.has(row.record)
  if (row.kind !== 'own') return false
  return [...newest.values()].some(({ data }) => names(data, `own:${row.id}`))
}

function names(data: RecordData, slug: string): boolean {
  return ['words', 'around'].some((list) => (data[list] as string[] | undefined)?.includes(slug))
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1
}
