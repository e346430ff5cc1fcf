import type { CheckInData } from '../db/types.ts'
import { HEAVY } from './words.ts'

/** What was said of the last day, each question by its newest answer. */
export interface Sayings {
  answer: Said<CheckInData> | undefined
  world: number | undefined
  /** 'Behind glass', as the answer or among what it is like. */
  glass: boolean
  much: boolean
}

interface Said<T> {
  value: T
  at: number
}

const DAY_MS = 86_400_000
/** On the plane of −1 … 1: very awake, and very unpleasant. */
const STRONG = 0.5
const OVERWHELMING = ['overwhelmed', ...HEAVY]

export function sayingsOf(checkIns: readonly CheckInData[], now: Date): Sayings {
  const lately = checkIns
    .filter(({ kind, occurred_at }) => kind === 'check_in' && ageOf(occurred_at, now) < DAY_MS)
    .toSorted((one, other) => Date.parse(other.occurred_at) - Date.parse(one.occurred_at))
  const answer = newest(lately, (data) => (isAnswered(data) ? data : undefined))
  const world = newest(lately, (data) => data.world_nearness)
  return {
    answer,
    world: world?.value,
    glass: isAbsent(answer, 'behind_glass') || isLikeGlass(lately, world),
    much: isAbsent(answer, 'too_mixed') || saysTooMuch(lately) || feelsTooMuch(lately),
  }
}

function newest<T>(
  lately: readonly CheckInData[],
  read: (data: CheckInData) => T | undefined,
): Said<T> | undefined {
  for (const data of lately) {
    const value = read(data)
    if (value !== undefined) return { value, at: Date.parse(data.occurred_at) }
  }
  return undefined
}

function isAnswered({ nearness, absence }: CheckInData): boolean {
  return nearness !== undefined || absence !== undefined
}

function isAbsent(answer: Said<CheckInData> | undefined, absence: string): boolean {
  return answer?.value.absence === absence
}

/** A world that was asked about again since then has the last word. */
function isLikeGlass(lately: readonly CheckInData[], world: Said<number> | undefined): boolean {
  const like = newest(lately, ({ experiences }) => filled(experiences))
  if (!like?.value.includes('behind_glass')) return false
  return !world || like.at >= world.at
}

function saysTooMuch(lately: readonly CheckInData[]): boolean {
  const words = newest(lately, (data) => filled(data.words))?.value ?? []
  return words.some((word) => OVERWHELMING.includes(word))
}

function feelsTooMuch(lately: readonly CheckInData[]): boolean {
  const place = newest(lately, ({ energy, pleasantness }) =>
    energy === undefined || pleasantness === undefined ? undefined : { energy, pleasantness },
  )?.value
  return place !== undefined && place.energy >= STRONG && place.pleasantness <= -STRONG
}

function filled<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list?.length ? list : undefined
}

function ageOf(moment: string, now: Date): number {
  return now.getTime() - Date.parse(moment)
}
