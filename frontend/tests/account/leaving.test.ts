import { afterEach, beforeEach, expect, test } from 'vitest'
import { clearEverything } from '../../src/lib/db/account.ts'
import { getMeta } from '../../src/lib/db/meta.ts'
import { AccountsServer } from '../support/accounts.ts'
import { checkIn } from '../support/check-in.ts'
import { endAccount } from '../../src/lib/sync/account.ts'
import { Handset, tried } from '../support/household.ts'

const CODE = '80673910'

let server: AccountsServer
let alice: Handset
let other: Handset

beforeEach(async () => {
  server = new AccountsServer()
  alice = await new Handset(server).start()
  other = await new Handset(server).start()
  await alice.open()
  await alice.phone.save('a', checkIn({ nearness: 1, energy: 0 }))
  await alice.phone.save('b', checkIn())
  await alice.sync()
})

afterEach(async () => {
  await alice.scrap()
  await other.scrap()
})

function giveWay(): void {
  const account = server.accounts.get('account-1')
  if (account) account.code = CODE
}

async function deviceOf({ phone }: Handset): Promise<string> {
  return (await getMeta(phone.database, 'device'))?.id ?? ''
}

async function pair(): Promise<void> {
  giveWay()
  await other.signIn(CODE)
  await other.sync()
}

function held(id = 'account-1') {
  return server.accounts.get(id)?.memory.live()
}

test('logging out with changes that wait keeps them, and coming back sends them', async () => {
  await pair()
  await alice.phone.edit('a', (data) => ({ ...data, nearness: 7 }))
  await alice.logOut()
  await other.phone.edit('a', (data) => ({ ...data, energy: 1 }))
  await other.sync()
  await alice.phone.save('out', checkIn())
  await alice.phone.edit('a', (data) => ({ ...data, words: ['far'] }))
  await alice.phone.remove('b')
  await alice.sync()
  expect((await alice.phone.live()).size).toBe(2)
  expect(held()?.has('out')).toBe(false)
  await alice.signIn(CODE)
  await alice.sync()
  await other.sync()
  expect(held()?.get('a')).toMatchObject({ nearness: 7, energy: 1, words: ['far'] })
  expect([...(held()?.keys() ?? [])].toSorted()).toEqual(['a', 'out'])
  expect(await other.phone.live()).toEqual(held())
})

test('a log out whose answer is lost, or that dies half way, is done again without harm', async () => {
  await pair()
  alice.browser.faults = [undefined, 'lost after']
  expect(await tried(() => alice.logOut())).toBe(false)
  expect(await alice.account()).toBe('account-1')
  await alice.logOut()
  expect(await alice.account()).toBeUndefined()
  expect((await alice.phone.live()).size).toBe(2)
})

test('an account that nothing could open again is not left without a word', async () => {
  await alice.phone.save('c', checkIn())
  await expect(alice.logOut()).rejects.toMatchObject({ code: 'no_way_back' })
  expect(await alice.account()).toBe('account-1')
  await alice.logOut(true)
  expect(server.accounts.size).toBe(0)
  expect((await alice.phone.live()).size).toBe(3)
  await alice.open()
  await alice.sync()
  expect(held('account-2')).toEqual(await alice.phone.live())
  expect(held('account-2')?.size).toBe(3)
})

test('after logging out nothing goes up, and a new account gets all that lies here', async () => {
  await pair()
  await alice.logOut()
  await alice.phone.edit('a', (data) => ({ ...data, nearness: 9 }))
  const asked = alice.browser.urls.length
  await alice.sync()
  expect(alice.browser.urls.length).toBe(asked)
  await alice.open()
  await alice.sync()
  expect(held('account-2')?.get('a')).toMatchObject({ nearness: 9 })
  expect(held('account-2')?.size).toBe(2)
  expect(held()?.get('a')).toMatchObject({ nearness: 1 })
})

test('a phone that was ended from another one says so, keeps all and comes back where it stopped', async () => {
  await pair()
  await alice.phone.edit('a', (data) => ({ ...data, nearness: 8 }))
  server.endDevice('account-1', await deviceOf(alice))
  await alice.sync()
  expect(await alice.asksForAccount()).toBe(true)
  expect(await alice.phone.outbox()).toHaveLength(1)
  await other.phone.edit('a', (data) => ({ ...data, energy: 1 }))
  await other.sync()
  await alice.signIn(CODE)
  expect(await alice.asksForAccount()).toBe(false)
  await alice.sync()
  expect(held()?.get('a')).toMatchObject({ nearness: 8, energy: 1 })
})

test('a session that was lost in mid-queue, with no way in: a new account gets everything', async () => {
  await alice.phone.save('c', checkIn())
  alice.browser.session = undefined
  await alice.sync()
  expect(await alice.asksForAccount()).toBe(true)
  await alice.open()
  await alice.sync()
  expect(await alice.account()).toBe('account-2')
  expect(held('account-2')).toEqual(await alice.phone.live())
  expect(held('account-2')?.size).toBe(3)
})

test('what one tab sent for the former account, answered late, does not touch what is the new one’s', async () => {
  giveWay()
  await other.open()
  await other.phone.save('mine', checkIn())
  const late = other.sync()
  await other.signIn(CODE)
  await late
  await other.sync()
  await alice.sync()
  expect(new Set(held()?.keys())).toEqual(new Set(['a', 'b', 'mine']))
  expect(await other.phone.live()).toEqual(held())
  expect(await alice.phone.live()).toEqual(held())
  expect([...server.accounts.keys()]).toEqual(['account-1'])
})

test('a phone that was emptied is signed out with the next connection, and the copy stays for who can open it', async () => {
  await pair()
  await clearEverything(alice.phone.database)
  alice.browser.faults = ['lost before']
  expect(await tried(() => alice.startApp())).toBe(false)
  await alice.startApp()
  expect(alice.browser.session).toBeUndefined()
  expect(held()?.size).toBe(2)
  const asked = alice.browser.urls.length
  await alice.startApp()
  expect(alice.browser.urls.length).toBe(asked)
})

test('whoever signs in on an emptied phone comes where they wanted, not where it was', async () => {
  giveWay()
  server.withWay('11111111')
  await clearEverything(alice.phone.database)
  await alice.signIn('11111111')
  await alice.sync()
  expect(await alice.account()).toBe('account-2')
  expect((await alice.phone.live()).size).toBe(0)
})

test('a copy is deleted with an old token too, and not by a phone that is signed out', async () => {
  await pair()
  server.endDevice('account-1', await deviceOf(alice))
  const end = ({ phone, browser }: Handset) => endAccount(phone.database, browser.origin)
  await expect(end(alice)).rejects.toMatchObject({ code: 'over' })
  expect(await alice.account()).toBe('account-1')
  expect(await alice.asksForAccount()).toBe(true)
  other.browser.renewToken()
  await end(other)
  expect([server.accounts.size, await other.account()]).toEqual([0, undefined])
})

test('deleting everything on the phone with logging out leaves nothing here', async () => {
  giveWay()
  await alice.logOut()
  await clearEverything(alice.phone.database)
  expect(await alice.phone.rowsAndOutbox()).toEqual([[], []])
  expect(held()?.size).toBe(2)
})
