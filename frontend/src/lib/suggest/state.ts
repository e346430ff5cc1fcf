import type { CheckInData, PracticeData } from '../db/types.ts'
import { isTender } from './care.ts'
import { sayingsOf, type Sayings } from './sayings.ts'

/**
 * unreal: something to hold on to, and nothing else. too_much: something steady. flat: numb but present.
 * near: feelings are at hand. open: nothing is known that would allow more than gentle things outside.
 */
export type Mood = 'unreal' | 'too_much' | 'flat' | 'near' | 'open'

export interface State {
  mood: Mood
  /** 'Behind glass' was said: what 'unreal' is then called. */
  glass: boolean
  /** Nearly out of reach, by a number: the shortest dose. */
  severe: boolean
  /** A day after 'too much' or 'less'. */
  tender: boolean
  night: boolean
}

/** contract.md: 'unreal ≥ 6', 'dissociation ≥ 8' and 'numbness ≥ 9' of the distance scales. */
const UNREAL = 4
const ALMOST_GONE = 2
const OUT_OF_REACH = 1
/** From here on feelings are nearer than far. */
const NEAR = 6
const NIGHT = { from: 22, to: 5 }

/**
 * What may be asked of somebody right now. What narrows the choice holds for a day, or until the same question was
 * answered anew; what widens it needs an answer of this calendar day.
 *
 * An absence is never a low number. 'Behind glass' says that things seem unreal, and 'too mixed' that there is too
 * much: each is taken at its word. 'Nothing' and 'can't tell' leave nothing inside to rest attention on, so what is
 * offered looks outward; only with a world that is near does 'nothing' mean numb but present.
 */
export function stateOf(
  checkIns: readonly CheckInData[],
  practices: readonly PracticeData[],
  now: Date,
): State {
  const said = sayingsOf(checkIns, now)
  const { answer, world } = said
  return {
    mood: moodOf(said, now),
    glass: said.glass,
    severe: atMost(answer?.value.nearness, OUT_OF_REACH) || atMost(world, ALMOST_GONE),
    tender: isTender(practices, now),
    night: now.getHours() >= NIGHT.from || now.getHours() < NIGHT.to,
  }
}

/** First of all something to hold on to, whatever else might be interesting. */
export function needsGround(mood: Mood): boolean {
  return mood === 'unreal' || mood === 'too_much'
}

function moodOf({ answer, world, glass, much }: Sayings, now: Date): Mood {
  if (glass || atMost(world, UNREAL)) return 'unreal'
  if (much) return 'too_much'
  if (!answer || !isSameDay(new Date(answer.at), now)) return 'open'
  return moodOfAnswer(answer.value, world !== undefined)
}

/** Numb by a number or by word, it takes a world that is near to be present. */
function moodOfAnswer({ nearness, absence }: CheckInData, worldIsNear: boolean): Mood {
  if (absence === 'nothing' || atMost(nearness, OUT_OF_REACH)) return worldIsNear ? 'flat' : 'open'
  if (nearness === undefined) return 'open'
  return nearness < NEAR ? 'flat' : 'near'
}

function isSameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString()
}

function atMost(value: number | undefined, most: number): boolean {
  return value !== undefined && value <= most
}
