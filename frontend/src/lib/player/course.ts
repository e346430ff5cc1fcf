/**
 * Where a practice is, in milliseconds, by the wall clock: a tab that slept is at the right place when it wakes.
 * `position` moves with the steps; `practised` only with time.
 */
export interface Course {
  position: number
  practised: number
  /** When the running stretch began; null while paused. */
  since: number | null
}

export function begun(now: number): Course {
  return { position: 0, practised: 0, since: now }
}

export function reached({ position, practised, since }: Course, now: number): Course {
  if (since === null) return { position, practised, since }
  // A clock set back must not move a practice back.
  const run = Math.max(0, now - since)
  return { position: position + run, practised: practised + run, since: now }
}

export function paused(course: Course, now: number): Course {
  return { ...reached(course, now), since: null }
}

export function resumed(course: Course, now: number): Course {
  return { ...reached(course, now), since: now }
}

export function moved(course: Course, position: number, now: number): Course {
  return { ...reached(course, now), position }
}

export interface Ending {
  seconds: number
  ended_at: string
}

/** A practice that ran out while its tab slept ended when it ran out, not when the tab woke. */
export function ending(course: Course, length: number, now: number): Ending {
  const { position, practised } = reached(course, now)
  const slept = Math.min(Math.max(0, position - length), practised)
  return {
    seconds: Math.round((practised - slept) / 1000),
    ended_at: instant(now - slept),
  }
}

export function instant(now: number): string {
  return new Date(now).toISOString()
}
