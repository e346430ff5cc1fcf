import type { Exercise } from '../../lib/content/catalogue.ts'
import type { UnderstandingCard } from '../../lib/content/understanding.ts'
import { shortLengthOf } from '../../lib/i18n/dates.ts'
import { enJourney } from '../../lib/i18n/en-journey.ts'
import { suggest, type Known, type Moment, type Suggestion } from '../../lib/suggest/suggest.ts'
import type { IconName } from '../../lib/ui/icons.ts'
import { kindIcon } from '../kinds.ts'
import { addressOf } from '../reasons.ts'
import { nextCard } from './cards.ts'
import { KINDS, type Place } from './places.ts'

/** Something to do or to read at a place. */
export interface Thing {
  href: string
  icon: IconName
  title: string
  detail: string
  aside?: string
}

/** What the way is seen from. */
export interface Sight {
  known: Known<Exercise>
  moment: Moment
  cards: readonly UnderstandingCard[]
  marks: readonly string[]
}

const MOST = 2
const t = enJourney.things
export const HELP: Thing = { href: '/help', icon: 'life-buoy', ...t.help }
const PRACTISE: Thing = { href: '/practise', icon: 'wind', ...t.practise }

/** One or two things, exercises first as they suit right now; there is always something. */
export function thingsAt(place: Place, sight: Sight): Thing[] {
  const always = ALWAYS[place](sight)
  const exercises = suggest(sight.known, sight.moment, KINDS[place])
    .slice(0, MOST - always.length)
    .map(exerciseThing)
  const things = place === 'understand' ? [...always, ...exercises] : [...exercises, ...always]
  return things.length > 0 ? things : [PRACTISE]
}

export function exerciseThing({ exercise, dose }: Suggestion<Exercise>): Thing {
  return {
    href: addressOf(exercise.slug, dose),
    icon: kindIcon(exercise.kind),
    title: exercise.title,
    detail: exercise.summary,
    aside: shortLengthOf(exercise.doses[dose]?.seconds ?? 60),
  }
}

/** Screens and cards, whatever the catalogue holds. */
const ALWAYS: Record<Place, (sight: Sight) => Thing[]> = {
  understand: ({ cards, marks, known }) => cardThings(nextCard(cards, marks, known.checkIns)),
  acknowledge: () => [{ href: '/', icon: 'sunrise', ...t.checkIn }],
  body: () => [],
  writing: () => [{ href: '/write', icon: 'feather', ...t.page }],
  mindfulness: () => [],
  others: ({ cards }) => cardThings(cards.find(({ slug }) => slug === 'people')),
  creativity: () => [],
  support: () => [{ href: '/support', icon: 'heart-handshake', ...t.therapies }],
}

function cardThings(card: UnderstandingCard | undefined): Thing[] {
  if (!card) return []
  const { slug, title, lead } = card
  return [{ href: `/understand/${slug}`, icon: 'book-open', title, detail: lead }]
}
