import { enJourney } from '../../lib/i18n/en-journey.ts'
import type { Exercise } from '../../lib/content/catalogue.ts'
import { needsGround, stateOf } from '../../lib/suggest/state.ts'
import { suggest, type Suggestion } from '../../lib/suggest/suggest.ts'
import { reasonLine } from '../reasons.ts'
import { placeOf, PLACES, type Place } from './places.ts'
import { exerciseThing, HELP, thingsAt, type Sight, type Thing } from './things.ts'
import type { Visits } from './visits.ts'

export interface Next {
  place: Place | 'help'
  thing: Thing
  why: string
}

const t = enJourney.because
/** Someone trained is there at any point, and never a place that one 'has not been to yet'. */
const ROUND = PLACES.filter((place) => place !== 'support')
const DAY_MS = 86_400_000
/** Reading leaves no trace but marks: after so many other places the cards are taken as seen. */
const FAR_IN = 2

/**
 * Where to go next: Help, when it was asked about; ground, when things seem unreal or too much; a card that was marked.
 * Then one thing a day, in turn, so that nothing is urged: what helped, each place not seen yet, and the one where the
 * person was longest ago.
 */
export function nextOnTheWay(sight: Sight, visits: Visits, helpFirst: boolean): Next {
  if (helpFirst) return { place: 'help', thing: HELP, why: t.help }
  const offers = suggest(sight.known, sight.moment)
  const called = offers.find((offer) => isCalledFor(offer, sight))
  if (called) return nextOf(called)
  if (isNew(sight, visits)) return atPlace('understand', sight, t.begin)
  const turns = turnsOf(offers[0], sight, visits)
  return turns[dayOf(sight.moment.now) % turns.length]?.() ?? atPlace('body', sight, t.change)
}

function isNew({ marks }: Sight, visits: Visits): boolean {
  return marks.length === 0 && Object.keys(visits).length === 0
}

function turnsOf(
  first: Suggestion<Exercise> | undefined,
  sight: Sight,
  visits: Visits,
): (() => Next)[] {
  const unseen = ROUND.filter((place) => !visits[place] && !isRead(place, sight, visits))
  const longest = ROUND.filter((place) => visits[place]).toSorted(
    (one, other) => timeOf(visits[one]) - timeOf(visits[other]),
  )
  return [
    ...(first && hasHelped(first) ? [() => nextOf(first)] : []),
    ...unseen.map((place) => () => atPlace(place, sight, t.unseen)),
    ...longest.slice(0, 1).map((place) => () => atPlace(place, sight, t.change)),
  ]
}

export function needsGroundFirst({ known, moment }: Sight): boolean {
  return needsGround(stateOf(known.checkIns, known.practices, moment.now).mood)
}

/** By the state, or by a card that was marked and whose exercise was never done. */
function isCalledFor({ reason, exercise }: Suggestion<Exercise>, { known }: Sight): boolean {
  if (reason.because === 'marked')
    return !known.practices.some((practice) => practice.exercise === exercise.slug)
  return ['glass', 'unreal', 'too_much', 'tender'].includes(reason.because)
}

function hasHelped({ reason: { because } }: Suggestion<Exercise>): boolean {
  return because === 'nearer' || because === 'more'
}

function isRead(place: Place, { marks }: Sight, visits: Visits): boolean {
  return place === 'understand' && (marks.length > 0 || Object.keys(visits).length >= FAR_IN)
}

function timeOf(when: Date | undefined): number {
  return when?.getTime() ?? 0
}

/** The days of the phone's own calendar, counted. */
function dayOf(when: Date): number {
  return Math.round(Date.UTC(when.getFullYear(), when.getMonth(), when.getDate()) / DAY_MS)
}

function nextOf(offer: Suggestion<Exercise>): Next {
  const place = placeOf(offer.exercise.kind) ?? 'body'
  return { place, thing: exerciseThing(offer), why: reasonLine(offer.reason) }
}

function atPlace(place: Place, sight: Sight, why: string): Next {
  const [thing = HELP] = thingsAt(place, sight)
  return { place, thing, why }
}
