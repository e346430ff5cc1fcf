import { get } from 'svelte/store'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { markFavourite } from '../../src/lib/actions/markFavourite.ts'
import { adoptAccount, clearEverything, forgetAccount } from '../../src/lib/db/account.ts'
import { phone } from '../../src/lib/db/database.ts'
import { getMeta } from '../../src/lib/db/meta.ts'
import { favourites } from '../../src/lib/state/favourites.ts'
import { accountOf } from '../support/phone.ts'

beforeEach(() => clearEverything(phone))
afterEach(() => clearEverything(phone))

const own = () => getMeta(phone, 'favourites')

test('they are kept in the order of keeping, each once, and let go again', async () => {
  for (const slug of ['walk', 'hum', 'walk']) await markFavourite(slug, true)
  expect(await own()).toEqual(['hum', 'walk'])
  await markFavourite('hum', false)
  await markFavourite('never-kept', false)
  expect(await own()).toEqual(['walk'])
})

test('two at the same moment are both kept', async () => {
  await Promise.all([markFavourite('walk', true), markFavourite('hum', true)])
  expect(await own()).toEqual(['walk', 'hum'])
})

test('they are a fact of this phone: nothing waits to be sent, and they stay when the account goes', async () => {
  await adoptAccount(phone, accountOf('phone'))
  await markFavourite('walk', true)
  expect(await phone.read(['outbox'], (tx) => tx.objectStore('outbox').count())).toBe(0)
  await forgetAccount(phone)
  expect(await own()).toEqual(['walk'])
})

test('‘delete everything’ deletes them', async () => {
  await markFavourite('walk', true)
  await clearEverything(phone)
  expect(await own()).toBeUndefined()
})

test('a screen that shows them hears of a new one', async () => {
  const seen: (string[] | undefined)[] = []
  await new Promise<void>((resolve) => {
    favourites().subscribe((now) => {
      seen.push(now)
      if (now?.length === 0) void markFavourite('walk', true)
      if (now?.length === 1) resolve()
    })
  })
  expect(seen).toEqual([undefined, [], ['walk']])
  expect(get(favourites())).toBeUndefined()
})
