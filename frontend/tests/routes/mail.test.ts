import { expect, test } from 'vitest'
import type { Mailbox } from '../../src/lib/actions/readMailbox.ts'
import { ApiError, Offline } from '../../src/lib/errors.ts'
import { enMail } from '../../src/lib/i18n/en-mail.ts'
import { reasonOf, sayingOf, standingOf } from '../../src/routes/reminders/mail.ts'

const NONE: Mailbox = { address: null, confirmed: false, retired: null, available: true }
const GIVEN: Mailbox = { ...NONE, address: 'a@example.org' }

test.each([
  [{ ...NONE, available: false }, 'hidden'],
  [NONE, 'offered'],
  [GIVEN, 'asked'],
  [{ ...GIVEN, confirmed: true }, 'confirmed'],
  [{ ...GIVEN, confirmed: true, available: false }, 'confirmed'],
  [{ ...GIVEN, retired: 'gone' as const }, 'gone'],
  [{ ...GIVEN, retired: 'unsubscribed' as const }, 'unsubscribed'],
])('%o is shown as %s', (box, standing) => {
  expect(standingOf(box)).toBe(standing)
})

test('each standing with an address names it, and only one says that mail comes', () => {
  const said = (['asked', 'confirmed', 'gone', 'unsubscribed'] as const).map((one) =>
    sayingOf(GIVEN, one),
  )
  expect(said.every((words) => words.includes('a@example.org'))).toBe(true)
  expect(said.filter((words) => words.includes('reminders go to'))).toHaveLength(1)
})

test('why it did not work is said, and that nothing has changed', () => {
  expect(reasonOf(new Offline('x'))).toBe(enMail.offline)
  expect(reasonOf(new ApiError(400, 'x'))).toBe(enMail.refused)
  expect(reasonOf(new ApiError(429, 'x'))).toBe(enMail.often)
  expect(reasonOf(new ApiError(500, 'x'))).toBe(enMail.failed)
  expect(reasonOf('x')).toBe(enMail.failed)
})
