/** What there is, and the ways back and forth. The steps share what they have in common. */
export interface History<T> {
  past: readonly T[]
  now: T
  /** The next one to come again is the last. */
  future: readonly T[]
}

/** So many steps can be taken back. */
export const REMEMBERED = 100

export function begun<T>(now: T): History<T> {
  return { past: [], now, future: [] }
}

/** A step; what had been taken back is gone then. */
export function changed<T>({ past, now }: History<T>, next: T): History<T> {
  return { past: [...past, now].slice(-REMEMBERED), now: next, future: [] }
}

/** Still the same step: a line grows, a word gets its letters. */
export function retouched<T>({ past }: History<T>, next: T): History<T> {
  return { past, now: next, future: [] }
}

export function undone<T>(history: History<T>): History<T> {
  const { past, now, future } = history
  if (past.length === 0) return history
  return { past: past.slice(0, -1), now: past[past.length - 1] as T, future: [...future, now] }
}

export function redone<T>(history: History<T>): History<T> {
  const { past, now, future } = history
  if (future.length === 0) return history
  return { past: [...past, now], now: future[future.length - 1] as T, future: future.slice(0, -1) }
}
