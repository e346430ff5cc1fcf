import { ApiError, Offline } from '../lib/errors.ts'
import { enAccount as t } from '../lib/i18n/en-account.ts'
import { Refused } from '../lib/refused.ts'

/** Why it did not work, in a sentence. */
export function wordsOf(error: unknown): string {
  if (error instanceof Refused) return t.refused[error.code] ?? t.failed
  if (error instanceof ApiError && error.status === 429) return t.tooMany(minutes(error))
  return error instanceof Offline ? t.offline : t.failed
}

function minutes({ retryAfter = 60 }: ApiError): number {
  return Math.ceil(retryAfter / 60)
}
