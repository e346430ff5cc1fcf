import type { Mailbox } from '../../lib/actions/readMailbox.ts'
import { ApiError } from '../../lib/errors.ts'
import { enMail as t } from '../../lib/i18n/en-mail.ts'

export type Standing = 'hidden' | 'offered' | 'asked' | 'confirmed' | 'gone' | 'unsubscribed'

export function standingOf({ address, confirmed, retired, available }: Mailbox): Standing {
  if (address === null) return available ? 'offered' : 'hidden'
  return retired ?? (confirmed ? 'confirmed' : 'asked')
}

/** What is said of an address in each standing that has one. */
export function sayingOf({ address }: Mailbox, standing: Standing): string {
  if (standing === 'hidden' || standing === 'offered') return t.offer
  return t[standing](address ?? '')
}

/** Why it did not work, in words; nothing has changed then. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof ApiError)) {
    return error instanceof Error && ['Offline', 'Intercepted'].includes(error.name)
      ? t.offline
      : t.failed
  }
  if (error.status === 400) return t.refused
  return error.status === 429 ? t.often : t.failed
}
