import { alone } from '../alone.ts'

/** Longer than a request may take. */
const PATIENCE_MS = 35_000

/**
 * One after the other: whatever begins or ends a session, or may bring the cookie of a new one. Who asks with a session that
 * is over is given another, and an answer that came after the next one had begun would take its place.
 */
export function inTurn<T>(ask: () => Promise<T>): Promise<T> {
  return alone(navigator.locks, 'thaw-session', PATIENCE_MS, ask)
}
