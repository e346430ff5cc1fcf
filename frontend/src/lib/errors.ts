/** The phone could not keep what was written. The message is a sentence for the person. */
export class NotSaved extends Error {
  override name = 'NotSaved'
}

/** What an error says, for the person where it is a NotSaved. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** No answer from the server: no network, a time-out, or something between that is not Thaw. */
export class Offline extends Error {
  override name = 'Offline'
}

/** The server answered, and the answer was no. */
export class ApiError extends Error {
  override name = 'ApiError'

  constructor(
    readonly status: number,
    message: string,
    /** Seconds the server asks to wait (Retry-After). */
    readonly retryAfter?: number,
  ) {
    super(message)
  }
}
