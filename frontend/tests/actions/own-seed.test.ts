import { afterEach, beforeEach, expect, test } from 'vitest'
import { ownSeed } from '../../src/lib/actions/ownSeed.ts'
import { clearEverything } from '../../src/lib/db/account.ts'
import { phone } from '../../src/lib/db/database.ts'
import { getMeta } from '../../src/lib/db/meta.ts'

beforeEach(() => clearEverything(phone))
afterEach(() => clearEverything(phone))

test('a phone has one number of its own, even when two screens ask at once', async () => {
  const [first, second] = await Promise.all([ownSeed(), ownSeed()])
  expect(second).toBe(first)
  expect(await ownSeed()).toBe(first)
  expect(await getMeta(phone, 'seed')).toBe(first)
})
