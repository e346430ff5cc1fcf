import { same } from '../db/same.ts'
import type { RecordData, RecordState } from '../db/types.ts'

/**
 * Three-way merge of a change of ours with what the server has. Pure.
 * - Scalars by server order: our change reaches the server later, so what we changed wins, and what we
 *   left alone stays as it is there. No clock is asked.
 * - Edit beats delete, from either side.
 * - Sets by union: what either side added is kept; what one side took out stays out.
 * - Two edits of a text keep both. Fields nobody here knows are merged like all others.
 */

/** Fields that mean something only together: one side's or the other's, never half of each. */
const UNITS = [
  ['nearness', 'absence'],
  ['nearness_before', 'absence_before'],
  ['nearness_after', 'absence_after'],
  ['energy', 'pleasantness'],
  ['kind', 'exercise', 'label_ref', 'occurred_at', 'started_at', 'ended_at', 'time_zone'],
]

/** How an element of a list is known again when its other fields changed. */
const IDENTITY: Record<string, string[]> = { body: ['zone', 'side'], habits: ['habit'] }

const TEXTS = new Set(['text'])

/** Nobody can look into an envelope: it is one side's or the other's. */
const OPAQUE = 'envelope'

/** `before` null: a create. Its id is random, so what the server has grew out of this very change. */
export function mergeStates(
  before: RecordState | null,
  ours: RecordState,
  theirs: RecordState,
): RecordState {
  if (theirs.deleted) return ours
  const base = before ? before.data : ours.data
  if (ours.deleted) return same(base, theirs.data) ? ours : theirs
  return { deleted: false, data: mergeData(base, ours.data, theirs.data) }
}

/** Whether two states show the same; what a tombstone once held does not matter. */
export function sameState(a: RecordState | null, b: RecordState): boolean {
  return a !== null && a.deleted === b.deleted && (b.deleted || same(a.data, b.data))
}

export function mergeData(base: RecordData, ours: RecordData, theirs: RecordData): RecordData {
  const merged: RecordData = {}
  for (const unit of unitsOf(base, ours, theirs))
    if (unit.length > 1) Object.assign(merged, mergeUnit(unit, base, ours, theirs))
    else assign(merged, unit[0] ?? '', mergeField(unit[0] ?? '', base, ours, theirs))
  return OPAQUE in merged ? withBoth(merged, base, theirs) : merged
}

/** Two edits of what is sealed keep both: theirs lies beside ours until the vault is open. */
function withBoth(merged: RecordData, base: RecordData, theirs: RecordData): RecordData {
  const other = theirs[OPAQUE]
  if ([base, merged].some((side) => same(side[OPAQUE], other))) return merged
  const beside = Array.isArray(merged['beside']) ? (merged['beside'] as unknown[]) : []
  const known = beside.some((envelope) => same(envelope, other))
  return known ? merged : { ...merged, beside: [...beside, other] }
}

function unitsOf(...sides: RecordData[]): string[][] {
  const names = new Set(sides.flatMap((side) => Object.keys(side)))
  const units = UNITS.map((unit) => unit.filter((name) => names.delete(name)))
  return [...units.filter((unit) => unit.length > 0), ...[...names].map((name) => [name])]
}

function mergeUnit(unit: string[], base: RecordData, ours: RecordData, theirs: RecordData) {
  const mine = pick(unit, ours)
  return same(mine, pick(unit, base)) ? pick(unit, theirs) : mine
}

function mergeField(name: string, base: RecordData, ours: RecordData, theirs: RecordData): unknown {
  return mergeValue(name, base[name], ours[name], theirs[name])
}

function mergeValue(name: string, base: unknown, ours: unknown, theirs: unknown): unknown {
  if (same(ours, base)) return theirs
  return name === OPAQUE || same(theirs, base) ? ours : mergeBoth(name, base, ours, theirs)
}

/** Both sides changed it. */
function mergeBoth(name: string, base: unknown, ours: unknown, theirs: unknown): unknown {
  const sides = [base ?? [], ours, theirs]
  if (sides.every(Array.isArray)) return mergeSets(name, sides as [unknown[], unknown[], unknown[]])
  const parts = [base ?? {}, ours, theirs]
  if (parts.every(isFields)) return mergeData(...(parts as [RecordData, RecordData, RecordData]))
  return TEXTS.has(name) ? bothTexts(ours, theirs) : ours
}

function mergeSets(
  name: string,
  [base, ours, theirs]: [unknown[], unknown[], unknown[]],
): unknown[] {
  const key = (item: unknown) => identity(name, item)
  const [was, mine, other] = [base, ours, theirs].map((side) => new Set(side.map(key)))
  const takenOut = (item: unknown) =>
    was?.has(key(item)) && !(mine?.has(key(item)) && other?.has(key(item)))
  const merged = new Map<string, unknown>()
  for (const item of [...theirs, ...ours]) if (!takenOut(item)) merged.set(key(item), item)
  // Each side took out what the other kept: an empty set is what nobody wanted.
  return merged.size > 0 || theirs.length === 0 ? [...merged.values()] : ours
}

function identity(name: string, item: unknown): string {
  const fields = IDENTITY[name]
  return JSON.stringify(fields && isFields(item) ? fields.map((field) => item[field]) : item)
}

function bothTexts(ours: unknown, theirs: unknown): unknown {
  if (typeof ours !== 'string' || typeof theirs !== 'string') return ours
  if (theirs.includes(ours)) return theirs
  return ours.includes(theirs) ? ours : `${theirs}\n\n${ours}`
}

function pick(names: string[], from: RecordData): RecordData {
  return Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]]))
}

function assign(into: RecordData, name: string, value: unknown): void {
  if (value !== undefined) into[name] = value
}

function isFields(value: unknown): value is RecordData {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
