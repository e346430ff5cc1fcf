import { COLLECTIONS } from '../db/schema.ts'
import type { CollectionName } from '../db/types.ts'
import { canonical, isFields } from './canonical.ts'
import { KEPT, openDocument, type Kept } from './document.ts'
import {
  nothingFrom,
  type Incoming,
  type IncomingPrivate,
  type IncomingRecord,
} from './incoming.ts'
import { isPrivate, isRecord } from './shapes.ts'
import { Unreadable } from './unreadable.ts'

/** A file that Thaw wrote: each row as it stands, or told as not understood. */
export async function fromThaw(value: Record<string, unknown>): Promise<Incoming> {
  const { content, intact } = await openDocument(value)
  const incoming: Incoming = { ...nothingFrom('thaw'), changed: !intact }
  for (const name of Object.keys(content)) take(incoming, name, content[name])
  return incoming
}

function take(incoming: Incoming, name: string, value: unknown): void {
  if (name === 'kept') incoming.kept = keptOf(value)
  else if (!Array.isArray(value)) throw new Unreadable('damaged')
  else if (name === 'private') takeRows(incoming, name, value, isPrivate, addPrivate)
  else if ((COLLECTIONS as string[]).includes(name)) takeRecords(incoming, name, value)
  // A collection of a newer build: nothing here could show it or send it.
  else for (const row of value) misread(incoming, name, row, 'other_kind')
}

function takeRecords(incoming: Incoming, name: string, rows: unknown[]): void {
  const collection = name as CollectionName
  takeRows(
    incoming,
    name,
    rows,
    (row) => isRecord(collection, row),
    (row) => incoming.records.push({ ...(row as IncomingRecord), collection }),
  )
}

function takeRows(
  incoming: Incoming,
  name: string,
  rows: unknown[],
  fits: (row: unknown) => boolean,
  add: (row: unknown, incoming: Incoming) => unknown,
): void {
  for (const row of rows)
    if (fits(row)) add(row, incoming)
    else misread(incoming, name, row, 'shape')
}

function addPrivate(row: unknown, incoming: Incoming): void {
  incoming.privates.push(row as IncomingPrivate)
}

function misread(incoming: Incoming, name: string, row: unknown, why: 'shape' | 'other_kind') {
  incoming.misread.push({ at: name, why, text: canonical(row) })
}

function keptOf(value: unknown): Kept {
  const fields = isFields(value) ? value : {}
  const known = KEPT.filter((key) => (key === 'breaths' ? isBreaths : isSlugs)(fields[key]))
  return Object.fromEntries(known.map((key) => [key, fields[key]]))
}

function isSlugs(value: unknown): boolean {
  return Array.isArray(value) && value.every((slug) => typeof slug === 'string')
}

function isBreaths(value: unknown): boolean {
  const seconds = (one: unknown) =>
    Array.isArray(one) && one.every((phase) => typeof phase === 'number')
  return isFields(value) && Object.values(value).every(seconds)
}
