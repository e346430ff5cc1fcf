import { get } from 'svelte/store'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { markSoundsLikeMe } from '../../src/lib/actions/markSoundsLikeMe.ts'
import { adoptAccount, clearEverything, forgetAccount } from '../../src/lib/db/account.ts'
import { phone } from '../../src/lib/db/database.ts'
import { getMeta } from '../../src/lib/db/meta.ts'
import { soundsLikeMe } from '../../src/lib/state/understand.ts'
import { accountOf } from '../support/phone.ts'

beforeEach(() => clearEverything(phone))
afterEach(() => clearEverything(phone))

const marks = () => getMeta(phone, 'sounds_like_me')

async function waiting(): Promise<unknown[]> {
  return phone.read(['outbox', 'responses', 'set_aside'], async (tx) => [
    ...(await tx.objectStore('outbox').getAll()),
    ...(await tx.objectStore('responses').getAll()),
    ...(await tx.objectStore('set_aside').getAll()),
  ])
}

test('marks are kept in the order of marking, each once', async () => {
  for (const slug of ['autopilot', 'burnout', 'autopilot']) await markSoundsLikeMe(slug, true)
  expect(await marks()).toEqual(['burnout', 'autopilot'])
})

test('a mark can be taken back, and one that never was as well', async () => {
  await markSoundsLikeMe('autopilot', true)
  await markSoundsLikeMe('burnout', false)
  await markSoundsLikeMe('autopilot', false)
  expect(await marks()).toEqual([])
})

test('two marks at the same moment are both kept', async () => {
  await Promise.all([markSoundsLikeMe('guilt', true), markSoundsLikeMe('self', true)])
  expect(await marks()).toEqual(['guilt', 'self'])
})

test('with an account, too, nothing waits to be sent', async () => {
  await adoptAccount(phone, accountOf('phone'))
  await markSoundsLikeMe('emergency', true)
  await markSoundsLikeMe('trauma', true)
  expect(await waiting()).toEqual([])
})

test('they stay when the account goes', async () => {
  await adoptAccount(phone, accountOf('phone'))
  await markSoundsLikeMe('trauma', true)
  await forgetAccount(phone)
  expect(await marks()).toEqual(['trauma'])
})

test('a screen that shows them hears of a new one', async () => {
  const seen: (string[] | undefined)[] = []
  const arrived = new Promise<void>((resolve) => {
    soundsLikeMe().subscribe((now) => {
      seen.push(now)
      if (now?.length === 0) void markSoundsLikeMe('people', true)
      if (now?.length === 1) resolve()
    })
  })
  await arrived
  expect(seen).toEqual([undefined, [], ['people']])
  expect(get(soundsLikeMe())).toBeUndefined()
})
