import type { CollectionName, ReminderData } from '../db/types.ts'
import { MARKS, SIDES, ZONES } from '../names.ts'
import { isFields } from './canonical.ts'

/**
 * What a row needs so that no screen stumbles over it. Ranges and names in full are the server's business; a field that
 * nobody here knows is no fault.
 */
type Check = (value: unknown) => boolean

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const KINDS = ['check_in', 'glimmer', 'foggy_span']
const ABSENCES = ['nothing', 'cannot_tell', 'behind_glass', 'too_mixed']
const REMINDED: ReminderData['kind'][] = [
  'acknowledge',
  'breathwork',
  'movement',
  'grounding',
  'mindfulness',
  'writing',
  'others',
  'creativity',
  'understanding',
  'check_in',
]
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/

const text: Check = (value) => typeof value === 'string'
const words: Check = (value) => text(value) && value !== ''
const moment: Check = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value))
const zone: Check = (value) => typeof value === 'string' && knowsZone(value)
const near: Check = (value) => Number.isInteger(value) && within(value as number, 0, 10)
const axis: Check = (value) => typeof value === 'number' && within(value, -1, 1)
const oneOf =
  (names: readonly string[]): Check =>
  (value) =>
    names.includes(value as string)
const list =
  (item: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(item)
const fields =
  (needed: Shape, optional: Shape = {}): Check =>
  (value) =>
    isFields(value) && holds(value, needed, optional)

type Shape = Record<string, Check>

const spot = { zone: oneOf(ZONES), side: oneOf(SIDES), mark: oneOf(MARKS) }
const senses = { temperature: words, weight: words, colour: words, texture: words, sound: words }
/** A check-in has at least one of these; not always nearness, which no other app asks for. */
const answers: Shape = {
  nearness: near,
  absence: oneOf(ABSENCES),
  world_nearness: near,
  pleasantness: axis,
  energy: axis,
  words: list(words),
  senses: fields({}, senses),
  body: list(fields(spot)),
  around: list(words),
  experiences: list(words),
  habits: list(fields({ habit: words }, { before: near, after: near })),
}
const moments = fields(
  { kind: oneOf(KINDS), occurred_at: moment, time_zone: zone },
  { ...answers, ended_at: moment, belongs_to: text, practice: text },
)
const RECORDS: Record<CollectionName, Check> = {
  check_ins: (value) => moments(value) && isFields(value) && !both(value) && !isBare(value),
  practices: fields(
    { exercise: words, started_at: moment },
    {
      ended_at: moment,
      seconds: (value) => Number.isInteger(value),
      nearness_before: near,
      nearness_after: near,
      absence_before: oneOf(ABSENCES),
      absence_after: oneOf(ABSENCES),
      thaw: words,
    },
  ),
  reminders: fields({
    kind: oneOf(REMINDED),
    local_time: (value) => typeof value === 'string' && CLOCK.test(value),
    weekdays: list((day) => Number.isInteger(day) && within(day as number, 1, 7)),
    time_zone: zone,
  }),
  settings: fields({ key: words, value: (value) => value !== undefined }),
  sealed: fields({ kind: words, envelope: isFields }),
}

const signal = { ...spot, word: words, confirmed_at: moment }
const PRIVATE: Shape = {
  note: fields({ record: words, data: fields({ text: words }) }),
  entry: fields({ data: fields({ text: words, written_at: moment }) }),
  own: fields({ data: fields({ text: words, list: oneOf(['words', 'around', 'anchors']) }) }),
  signal: fields({ data: fields(signal) }),
  making: fields({ data: fields({ made_at: moment, product: fields({ tool: words }) }) }),
}

export function isRecord(collection: CollectionName, row: unknown): boolean {
  return isFields(row) && isId(row['id']) && RECORDS[collection](row['data'])
}

/** Kinds of a newer build are taken as they are, and wait for it. */
export function isPrivate(row: unknown): boolean {
  const named = fields({ id: isId, kind: words, data: isFields })
  if (!isFields(row) || !named(row) || row['kind'] === 'draft') return false
  return (PRIVATE[row['kind'] as string] ?? isFields)(row)
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && UUID.test(value)
}

/** An absence stands in the place of a nearness. */
function both({ nearness, absence }: Record<string, unknown>): boolean {
  return nearness !== undefined && absence !== undefined
}

/** A glimmer and a foggy span say enough by being there; a check-in does not. */
function isBare(data: Record<string, unknown>): boolean {
  return data['kind'] === 'check_in' && Object.keys(answers).every((name) => isEmpty(data[name]))
}

function isEmpty(value: unknown): boolean {
  const held = Array.isArray(value) || isFields(value) ? Object.keys(value).length : undefined
  return value === undefined || held === 0
}

function holds(value: Record<string, unknown>, needed: Shape, optional: Shape): boolean {
  const has = Object.entries(needed).every(([name, check]) => check(value[name]))
  const fits = ([name, check]: [string, Check]) => value[name] === undefined || check(value[name])
  return has && Object.entries(optional).every(fits)
}

function within(value: number, least: number, most: number): boolean {
  return value >= least && value <= most
}

const zones = new Map<string, boolean>()

function knowsZone(name: string): boolean {
  const known = zones.get(name) ?? tryZone(name)
  zones.set(name, known)
  return known
}

function tryZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
