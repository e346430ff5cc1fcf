import type { components } from '../api/schema.d.ts'
import type { OutboxLine, RecordData } from '../db/types.ts'

export const MAX_CHANGES = 500
export const MAX_RECORDS = 500
/** Under the server's 1 MB, to leave room for what is around the changes. */
export const MAX_BYTES = 1_000_000

export type WireChange = components['schemas']['SyncChange']
export type SyncRequest = components['schemas']['SyncRequest']
export type SyncAnswer = components['schemas']['SyncAnswer']
/** An answer, and what was noticed on its way. */
export type Received = SyncAnswer & { clock_ahead?: number }
export type SyncResult = SyncAnswer['results'][number]

/** What the server computes is shown here, never sent back. */
export const READ_ONLY: Record<string, string[]> = { reminders: ['next_due_at', 'pace'] }

export function wireChange(line: OutboxLine): WireChange {
  const { op_id, collection, id, base_revision, deleted, data } = line
  const hidden = READ_ONLY[collection] ?? []
  // A damaged line must not hold up the others: the server refuses it, and it is set aside.
  const whole = (data as RecordData | undefined) ?? {}
  const sent = Object.entries(deleted ? {} : whole).filter(([name]) => !hidden.includes(name))
  return { op_id, collection, id, base_revision, deleted, data: Object.fromEntries(sent) }
}

/**
 * Whether this is Thaw's server answering this very request. A captive portal's 200, a proxy's page or an
 * answer to something else must change nothing here.
 */
export function answers(body: unknown, request: SyncRequest): body is SyncAnswer {
  if (!isSyncAnswer(body)) return false
  const asked = new Set(request.changes.map((change) => change.op_id))
  return body.results.length === asked.size && body.results.every(({ op_id }) => asked.has(op_id))
}

function isSyncAnswer(body: unknown): body is SyncAnswer {
  const { epoch, cursor, more, results, records } = Object(body) as Record<string, unknown>
  const lists = Array.isArray(results) && Array.isArray(records)
  return (
    lists && typeof epoch === 'string' && typeof more === 'boolean' && Number.isSafeInteger(cursor)
  )
}
