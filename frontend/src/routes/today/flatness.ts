import type { CheckInData, PracticeData, Row } from '../../lib/db/types.ts'
import { HEAVIEST, HEAVY } from '../../lib/suggest/words.ts'
import { daysAfter, startOfDay } from './calendar.ts'

/**
 * When people and help are offered, softly (ARCHITECTURE.md, Decisions). An absence is an answer and never low; a
 * glimmer is a feeling that came back, so it can only lessen what is found here; a foggy span is no check-in.
 */
export type Rule = 'far_word' | 'word' | 'opened' | 'unreal' | 'low_row' | 'flat'

export interface Concern {
  rule: Rule
  first: 'help' | 'people' | 'practice'
}

export interface Lived {
  checkIns: Row<CheckInData>[]
  practices: Row<PracticeData>[]
  /** The exercises that lead to other people, by name. */
  others: ReadonlySet<string>
  /** When the card about an emergency was last opened (ISO). */
  opened?: string | undefined
}

const LOW = 2
const NEARLY_OUT_OF_REACH = 1
const UNREAL = 2
const IN_A_ROW = 3
const SPAN_DAYS = 21
const ENOUGH_DAYS = 8
const FLAT_SHARE = 0.75
const ALONE_DAYS = 4
const DAY_MS = 86_400_000

const FIRST: Record<Rule, Concern['first']> = {
  far_word: 'help',
  word: 'help',
  opened: 'help',
  unreal: 'practice',
  low_row: 'people',
  flat: 'people',
}
/** Days of rest after an offer of any kind. */
const REST: Record<Rule, number> = {
  far_word: 1,
  word: 1,
  opened: 0,
  unreal: 14,
  low_row: 14,
  flat: 14,
}
const RULES: Record<Rule, (lived: Lived, now: Date, offeredAt?: string) => boolean> = {
  far_word: ({ checkIns }, now) => {
    const { nearness = Number.POSITIVE_INFINITY, words } = latest(checkIns, now) ?? {}
    return nearness <= NEARLY_OUT_OF_REACH && includesAny(words, HEAVIEST)
  },
  word: ({ checkIns }, now) => includesAny(latest(checkIns, now)?.words, HEAVY),
  opened: wasOpened,
  unreal: ({ checkIns }, now) => within(latest(checkIns, now)?.world_nearness, UNREAL),
  low_row: ({ checkIns }, now) => latest(checkIns, now) !== undefined && lowInARow(checkIns),
  flat: isFlat,
}

/** The most pressing reason to offer people and help, if there is one and no such offer was on the screen of late. */
export function concern(lived: Lived, now: Date, offeredAt?: string): Concern | undefined {
  const rules = Object.keys(RULES) as Rule[]
  const rule = rules.find(
    (name) => !rests(REST[name], now, offeredAt) && RULES[name](lived, now, offeredAt),
  )
  return rule && { rule, first: FIRST[rule] }
}

/** An offer that lies ahead comes from a clock that was wrong: it must not keep help away for a year. */
function rests(days: number, now: Date, offeredAt: string | undefined): boolean {
  if (offeredAt === undefined) return false
  const offered = new Date(offeredAt)
  return offered <= now && now < daysAfter(offered, days)
}

/** The card about an emergency, within a day; once an offer was on the screen since then, that is enough. */
function wasOpened({ opened }: Lived, now: Date, offeredAt = ''): boolean {
  if (opened === undefined) return false
  return Math.abs(now.getTime() - Date.parse(opened)) < DAY_MS && !isAfter(offeredAt, opened)
}

function isAfter(one: string, other: string): boolean {
  return Date.parse(one) >= Date.parse(other)
}

/** The newest check-in, while what it said may still be so: for a day. */
function latest(rows: Row<CheckInData>[], now: Date): CheckInData | undefined {
  const data = newestFirst(rows).find(({ kind }) => kind === 'check_in')
  return data && now.getTime() - Date.parse(data.occurred_at) < DAY_MS ? data : undefined
}

/** Anything else in between ends the row: an absence, words alone, a glimmer. */
function lowInARow(rows: Row<CheckInData>[]): boolean {
  const noted = newestFirst(rows).filter(({ kind }) => kind !== 'foggy_span')
  const newest = noted.slice(0, IN_A_ROW)
  return newest.length === IN_A_ROW && newest.every(isLow)
}

function isLow({ kind, nearness }: CheckInData): boolean {
  return kind === 'check_in' && within(nearness, LOW)
}

function isFlat({ checkIns, practices, others }: Lived, now: Date): boolean {
  const from = startOfDay(now, 1 - SPAN_DAYS)
  const days = daysSince(from, checkIns)
  const flat = days.filter((day) => day.every(isBlank))
  const enough = days.length >= ENOUGH_DAYS && flat.length >= days.length * FLAT_SHARE
  return enough && (isAlone(days) || !metPeople(days, practices, others, from))
}

/** A day is blank when all that was noted on it is far away or an absence. */
function isBlank(data: CheckInData): boolean {
  return data.kind === 'check_in' && (data.absence !== undefined || isLow(data))
}

function isAlone(days: CheckInData[][]): boolean {
  const alone = (data: CheckInData) =>
    data.kind === 'check_in' && data.habits?.some(({ habit }) => habit === 'being_alone')
  return days.filter((day) => day.some(alone)).length >= ALONE_DAYS
}

function metPeople(
  days: CheckInData[][],
  practices: Row<PracticeData>[],
  others: ReadonlySet<string>,
  from: Date,
): boolean {
  const around = days.flat().some((data) => data.around?.includes('people'))
  const practised = practices.some(
    ({ data }) => new Date(data.started_at) >= from && others.has(data.exercise),
  )
  return around || practised
}

/** What was noted since `from`, by the phone's own days; only days with a check-in. */
function daysSince(from: Date, rows: Row<CheckInData>[]): CheckInData[][] {
  const days = new Map<number, CheckInData[]>()
  for (const { data } of rows) {
    const when = new Date(data.occurred_at)
    if (when < from || data.kind === 'foggy_span') continue
    const day = startOfDay(when).getTime()
    days.set(day, [...(days.get(day) ?? []), data])
  }
  return [...days.values()].filter((day) => day.some(({ kind }) => kind === 'check_in'))
}

/** By time; what has the same time by id, so that the order of the rows never matters. */
function newestFirst(rows: Row<CheckInData>[]): CheckInData[] {
  const timed = rows.map(({ id, data }) => ({ id, data, at: Date.parse(data.occurred_at) }))
  return timed.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)).map(({ data }) => data)
}

function within(value: number | undefined, most: number): boolean {
  return value !== undefined && value <= most
}

function includesAny(words: string[] | undefined, some: string[]): boolean {
  return words?.some((word) => some.includes(word)) ?? false
}
