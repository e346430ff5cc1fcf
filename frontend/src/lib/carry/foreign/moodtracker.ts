import type { Incoming, Misfit } from '../incoming.ts'
import { isFields, canonical } from '../canonical.ts'
import { Unreadable } from '../unreadable.ts'
import { Gathering, type Known, type Noticed } from './gathering.ts'
import type { Table } from './table.ts'
import { instantIn } from './times.ts'

/**
 * benji6/moodtracker. Its 'Export as JSON' is a list of moods {mood, createdAt, description?, exploration?, location?,
 * updatedAt?, experiencedAt?}, its CSV the same with flattened columns; its store and its API hold events
 * {type: 'v1/moods/create' | 'update' | 'delete', createdAt, payload}. All three are read (docs/import.md).
 *
 * A mood is 0 … 10 from bad to good: how pleasant, never how near. The words of `description` are words; `exploration` is
 * a note. Where it was is left where it is.
 */
const MIDDLE = 5
const TAKEN = ['mood', 'createdAt', 'description', 'exploration', 'updatedAt', 'experiencedAt']

type Fields = Record<string, unknown>

interface Mood {
  createdAt: string
  [field: string]: unknown
}

/** The moods or events in it; undefined where it is something else. */
export function moodtrackerIn(value: unknown): unknown[] | undefined {
  const list = isFields(value) ? value['events'] : value
  return Array.isArray(list) && list.some(isMoodOrEvent) ? (list as unknown[]) : undefined
}

export function isMoodtrackerTable(names: string[]): boolean {
  return names.includes('mood') && names.includes('createdAt')
}

export function moodsOf({ rows }: Table): unknown[] {
  return rows.map((row) => ({
    ...Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')),
    mood: Number(row['mood'] === '' ? Number.NaN : row['mood']),
  }))
}

export async function fromMoodtracker(
  list: unknown[],
  zone: string,
  known: Known,
): Promise<Incoming> {
  if (list.length === 0) throw new Unreadable('no_rows')
  const gathering = new Gathering('moodtracker', zone, known)
  const moods = list.some(isEvent) ? told(gathering, list) : list
  for (const [index, mood] of moods.entries()) await addMood(gathering, mood, String(index + 1))
  return gathering.done()
}

async function addMood(gathering: Gathering, value: unknown, at: string): Promise<void> {
  const fields = isFields(value) ? value : {}
  const misfit = misfitOf(value, fields)
  if (misfit) {
    gathering.misread(at, misfit, canonical(value))
    return
  }
  for (const name of Object.keys(fields)) if (!TAKEN.includes(name)) gathering.drop(name)
  await gathering.add({ at, text: canonical(value), ...noticedIn(fields) })
}

function misfitOf(value: unknown, { createdAt, mood, ...rest }: Fields): Misfit | undefined {
  if (!isFields(value)) return 'shape'
  if (!instantIn(createdAt) || !instantIn(rest['experiencedAt'] ?? createdAt)) return 'date'
  return isMood(mood) ? undefined : 'mood'
}

function noticedIn(fields: Fields): Omit<Noticed, 'at' | 'text'> {
  const { createdAt, experiencedAt, exploration } = fields
  return {
    key: [String(createdAt)],
    occurred_at: instantIn(experiencedAt ?? createdAt) ?? '',
    pleasantness: (Number(fields['mood']) - MIDDLE) / MIDDLE,
    words: wordsIn(fields['description']),
    note: typeof exploration === 'string' ? exploration : '',
  }
}

/** What the events come to: made, changed, taken away, in the order in which they happened. */
function told(gathering: Gathering, events: unknown[]): Mood[] {
  const moods = new Map<string, Mood>()
  for (const [index, event] of events.entries())
    if (!isEvent(event)) gathering.misread(String(index + 1), 'shape', canonical(event))
    else if (!event.type.startsWith('v1/moods/'))
      gathering.misread(String(index + 1), 'other_kind', canonical(event))
    else tell(moods, event)
  return [...moods.values()]
}

function tell(moods: Map<string, Mood>, { type, createdAt, payload }: Event): void {
  if (type === 'v1/moods/delete') moods.delete(String(payload))
  else if (isFields(payload)) {
    const id = type === 'v1/moods/create' ? createdAt : String(payload['id'])
    const { id: _, ...fields } = payload
    moods.set(id, { ...moods.get(id), ...fields, createdAt: id })
  }
}

interface Event {
  type: string
  createdAt: string
  payload: unknown
}

function isEvent(value: unknown): value is Event {
  const { type, createdAt } = Object(value) as Partial<Record<keyof Event, unknown>>
  return typeof type === 'string' && type.startsWith('v1/') && typeof createdAt === 'string'
}

function isMoodOrEvent(value: unknown): boolean {
  return isEvent(value) || (isFields(value) && 'mood' in value && 'createdAt' in value)
}

function isMood(mood: unknown): mood is number {
  return typeof mood === 'number' && mood >= 0 && mood <= 2 * MIDDLE
}

function wordsIn(description: unknown): string[] {
  return typeof description === 'string' ? description.split(/\s+/) : []
}
