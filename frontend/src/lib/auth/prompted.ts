import { Refused } from '../refused.ts'

const CODES: Record<string, string> = {
  NotAllowedError: 'cancelled',
  AbortError: 'cancelled',
  InvalidStateError: 'known',
}

/** What the browser's own question came to. Closed, or waited for too long, is said in one way by all browsers. */
export async function prompted<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question()
  } catch (error) {
    throw new Refused(CODES[error instanceof Error ? error.name : ''] ?? 'unsupported')
  }
}
