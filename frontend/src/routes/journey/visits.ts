import { en } from '../../lib/i18n/en.ts'
import { enJourney } from '../../lib/i18n/en-journey.ts'
import type { PracticeData } from '../../lib/db/types.ts'
import { startOfDay } from '../today/calendar.ts'
import { placeOf, type Place } from './places.ts'

/** When the person was last at each place. */
export type Visits = Partial<Record<Place, Date>>

interface Traces {
  practices: readonly PracticeData[]
  /** The kinds of exercises, by slug. */
  kinds: ReadonlyMap<string, string>
  /** When feelings were last asked after, and a page was last written (ISO). */
  checkedIn?: string | undefined
  written?: string | undefined
}

export function visitsOf({ practices, kinds, checkedIn, written }: Traces): Visits {
  const visits: Visits = {}
  const note = (place: Place | undefined, at: string | undefined) => {
    if (!place || !at) return
    const when = new Date(at)
    if (when > (visits[place] ?? new Date(0))) visits[place] = when
  }
  for (const { exercise, started_at } of practices)
    note(placeOf(kinds.get(exercise) ?? ''), started_at)
  note('acknowledge', checkedIn)
  note('writing', written)
  return visits
}

const WEEK = 6

/** Said quietly; a day further back is not counted aloud. */
export function hereLine(when: Date | undefined, now: Date): string | undefined {
  const t = enJourney.here
  if (!when) return undefined
  if (when >= startOfDay(now)) return t.today
  if (when >= startOfDay(now, -1)) return t.yesterday
  return when >= startOfDay(now, -WEEK) ? t.on(en.weekdays[when.getDay()] ?? '') : t.before
}
