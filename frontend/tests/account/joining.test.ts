import { afterEach, beforeEach, expect, test } from 'vitest'
import { clearEverything } from '../../src/lib/db/account.ts'
import { getMeta } from '../../src/lib/db/meta.ts'
import { SETTING_IDS } from '../../src/lib/db/settings.ts'
import type { RecordData } from '../../src/lib/db/types.ts'
import { AccountsServer } from '../support/accounts.ts'
import { checkIn } from '../support/check-in.ts'
import { Handset, tried } from '../support/household.ts'

const OLD = '8067 3910'

let server: AccountsServer
let old: Handset
let young: Handset

/** Two phones: one has an account with a way in, the other an anonymous one; each holds things the other lacks. */
async function furnish(): Promise<void> {
  server = new AccountsServer()
  old = await new Handset(server).start()
  young = await new Handset(server).start()
  await old.open()
  const account = server.accounts.get('account-1')
  if (account) account.code = '80673910'
  await old.phone.save('old', checkIn({ nearness: 1 }))
  await old.phone.change('settings', SETTING_IDS.theme, () => ({ key: 'theme', value: 'dark' }))
  await old.sync()
  await young.open()
  await young.phone.save('sent', checkIn({ nearness: 2 }))
  await young.phone.save('gone', checkIn())
  await young.phone.change('settings', SETTING_IDS.theme, () => ({ key: 'theme', value: 'light' }))
  await young.sync()
  await young.phone.edit('sent', (data) => ({ ...data, words: ['heavy'] }))
  await young.phone.save('unsent', checkIn({ nearness: 3 }))
  await young.phone.remove('gone')
}

const EVERYTHING = new Map<string, RecordData>([
  ['old', checkIn({ nearness: 1 })],
  ['sent', checkIn({ nearness: 2, words: ['heavy'] })],
  ['unsent', checkIn({ nearness: 3 })],
  [SETTING_IDS.theme, { key: 'theme', value: 'dark' }],
])

async function scrap(): Promise<void> {
  await old.scrap()
  await young.scrap()
}

beforeEach(furnish)
afterEach(scrap)

async function join(): Promise<void> {
  await young.signIn(OLD)
  await young.syncOnce()
}

/** However it was cut off: the app starts again, and the person does what is still to do. */
async function goOn(): Promise<void> {
  await young.startApp()
  if ((await young.account()) !== 'account-1') await young.signIn(OLD)
  await young.sync()
  await old.sync()
}

async function expectJoined(): Promise<void> {
  expect(server.held()).toEqual(new Map([['account-1', EVERYTHING]]))
  expect(await young.phone.live()).toEqual(EVERYTHING)
  expect(await old.phone.live()).toEqual(EVERYTHING)
  expect([await young.phone.outbox(), await young.phone.asides()]).toEqual([[], []])
  expect(await getMeta(young.phone.database, 'joining')).toBeUndefined()
}

test('an anonymous phone joins an account: all of both is in one, and the former one is gone', async () => {
  const former = server.accounts.get('account-2')?.memory.effects
  await join()
  await old.sync()
  await expectJoined()
  // S13: what was a change for one account never was one for the other.
  const ops = [...(server.accounts.get('account-1')?.memory.effects.keys() ?? [])]
  expect(ops.filter((op) => former?.has(op))).toEqual([])
})

test('a phone that dies at any moment of joining goes on from there and loses and doubles nothing', async () => {
  let at = 0
  while (!(await young.phone.survives(at, join))) {
    await goOn()
    await expectJoined()
    await scrap()
    await furnish()
    at += 1
  }
  expect(at).toBeGreaterThan(20)
})

test.each(['lost before', 'lost after'] as const)(
  'a request of joining that is %s the server worked does no harm, whichever it is',
  async (fault) => {
    await join()
    const requests = young.browser.urls.length
    for (let index = 0; index < requests; index += 1) {
      await scrap()
      await furnish()
      young.browser.faults = [...Array.from({ length: index }, () => undefined), fault]
      await tried(join)
      young.browser.faults = []
      await goOn()
      await expectJoined()
    }
  },
)

test('a code that was taken though its answer was lost counts at the next start, and is not asked for again', async () => {
  young.browser.faults = [undefined, undefined, 'lost after']
  expect(await tried(() => young.signIn(OLD))).toBe(false)
  await young.startApp()
  await old.sync()
  await expectJoined()
})

test('a wrong code changes nothing, also not at the next start, and the right one still joins', async () => {
  expect(await tried(() => young.signIn('1234 5678'))).toBe(false)
  await young.startApp()
  expect(await young.account()).toBe('account-2')
  expect([...server.accounts.keys()]).toEqual(['account-1', 'account-2'])
  await goOn()
  await expectJoined()
})

test('who gives up half way has what was there before, and it goes on syncing', async () => {
  young.browser.faults = [undefined, undefined, 'lost before']
  expect(await tried(() => young.signIn(OLD))).toBe(false)
  await young.phone.save('later', checkIn())
  await young.startApp()
  expect(await young.account()).toBe('account-2')
  expect([...(server.held().get('account-2') ?? [])].map(([id]) => id).toSorted()).toEqual(
    ['later', 'sent', 'unsent', SETTING_IDS.theme].toSorted(),
  )
})

test('the former account is not ended before everything has arrived in the other one', async () => {
  await young.signIn(OLD)
  young.browser.faults = [undefined, 'lost before']
  await young.sync()
  expect([...server.accounts.keys()]).toEqual(['account-1', 'account-2'])
  await young.sync()
  await old.sync()
  await expectJoined()
})

test('a phone whose account has a way in of its own does not slip into another one', async () => {
  const account = server.accounts.get('account-2')
  if (account) account.code = '11111111'
  await expect(young.signIn(OLD)).rejects.toMatchObject({ code: 'has_ways' })
  expect(await young.account()).toBe('account-2')
})

test('a phone without an account takes what it noted into the one it signs in to', async () => {
  const fresh = await new Handset(server).start()
  await fresh.phone.save('fresh', checkIn())
  await fresh.signIn(OLD)
  await fresh.sync()
  expect(new Set((await fresh.phone.live()).keys())).toEqual(
    new Set(['old', 'fresh', SETTING_IDS.theme]),
  )
  expect([...server.accounts.keys()]).toEqual(['account-1', 'account-2'])
  await fresh.scrap()
})

test('a phone that was emptied while signed in leaves no account behind', async () => {
  await clearEverything(young.phone.database)
  await join()
  expect([...server.accounts.keys()]).toEqual(['account-1'])
  expect((await young.phone.live()).size).toBe(2)
})

/** The browser threw away all that lay here, and kept the cookie. */
async function evict({ phone }: Handset): Promise<void> {
  await clearEverything(phone.database)
  await phone.database.write(['meta'], (tx) => tx.objectStore('meta').clear())
}

test('the last copy of a phone whose storage was thrown away comes along, and is not ended before', async () => {
  await evict(young)
  await young.phone.save('fresh', checkIn())
  await join()
  await old.sync()
  expect([...server.accounts.keys()]).toEqual(['account-1'])
  const ids = ['old', 'sent', 'gone', 'fresh', SETTING_IDS.theme].toSorted()
  expect([...(await old.phone.live()).keys()].toSorted()).toEqual(ids)
  expect(await young.phone.live()).toEqual(await old.phone.live())
})

test('such a phone that dies at any moment of joining loses nothing that only the server had', async () => {
  let at = 0
  await evict(young)
  while (!(await young.phone.survives(at, join))) {
    await goOn()
    expect([...server.accounts.keys()]).toEqual(['account-1'])
    expect([...(await old.phone.live()).keys()]).toContain('sent')
    await scrap()
    await furnish()
    await evict(young)
    at += 1
  }
  expect(at).toBeGreaterThan(20)
})

test('such a phone is back where it was, with no proof, if its account has a way in', async () => {
  const account = server.accounts.get('account-2')
  if (account) account.code = '11111111'
  await evict(young)
  expect(await young.signIn('11111111')).toBe('in')
  await young.sync()
  expect((await young.phone.live()).has('sent')).toBe(true)
})
