import type { Exercise } from '../content/catalogue.ts'
import type { PracticeData } from '../db/types.ts'

const DAY_MS = 86_400_000

type Doses = Pick<Exercise, 'slug' | 'doses'>

/** For a day after 'too much' or 'less' nothing that turns inward is suggested, and what is done next is short. */
export function isTender(practices: readonly PracticeData[], now: Date): boolean {
  const since = now.getTime() - DAY_MS
  return practices.some((practice) => wasTooMuch(practice) && endOf(practice) > since)
}

/** The dose that lies ready: the one last done in full, else the shortest. A longer one is the person's own choice. */
export function doseFor(exercise: Doses, practices: readonly PracticeData[], now: Date): number {
  if (isTender(practices, now)) return 0
  const [last] = practices
    .filter((practice) => practice.exercise === exercise.slug)
    .toSorted((one, other) => endOf(other) - endOf(one))
  if (last?.ended_by !== 'finished' || wasTooMuch(last)) return 0
  const done = last.seconds ?? 0
  return Math.max(
    0,
    exercise.doses.findLastIndex(({ seconds }) => seconds <= done),
  )
}

/** Neither is a failure: both say that a smaller piece is kinder next time. */
export function wasTooMuch({ ended_by, thaw }: PracticeData): boolean {
  return ended_by === 'too_much' || thaw === 'less'
}

/** When it was over; one that was cut short, when it began. */
export function endOf({ started_at, ended_at }: PracticeData): number {
  return Date.parse(ended_at ?? started_at)
}
