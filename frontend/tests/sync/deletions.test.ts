import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeProgress } from '../../src/lib/sync/apply.ts'
import { getMeta } from '../../src/lib/db/meta.ts'
import { checkIn } from '../support/check-in.ts'
import { Phone } from '../support/phone.ts'
import { MemoryServer } from '../support/server.ts'

let server: MemoryServer
let alice: Phone
let other: Phone

beforeEach(async () => {
  server = new MemoryServer(7)
  alice = new Phone(server)
  other = new Phone(server)
  await alice.signIn()
  await other.signIn()
})

afterEach(async () => {
  await alice.scrap()
  await other.scrap()
})

async function fill(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await other.save(`record-${index}`, checkIn())
  await other.sync()
  await alice.sync()
}

async function removeSome(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await other.remove(`record-${index}`)
  await other.sync()
}

test('twenty deletions by another phone are simply done', async () => {
  await fill(25)
  await removeSome(20)
  await alice.sync()
  expect((await alice.live()).size).toBe(5)
})

test('a download that would delete more than a fifth stops and asks', async () => {
  await fill(40)
  await removeSome(21)
  await alice.sync()
  expect((await getMeta(alice.database, 'sync'))?.attention).toBe('deletions')
  expect((await alice.live()).size).toBeGreaterThanOrEqual(20)
})

test('a fifth of many is not many', async () => {
  await fill(150)
  await removeSome(30)
  await alice.sync()
  expect((await alice.live()).size).toBe(120)
})

test('what is written goes up while the question is open', async () => {
  await fill(40)
  await removeSome(30)
  await alice.save('mine', checkIn())
  await alice.sync()
  expect(await alice.outbox()).toEqual([])
  expect(server.live().has('mine')).toBe(true)
})

test('after the person agreed, the download goes on to its end', async () => {
  await fill(40)
  await removeSome(30)
  await alice.sync()
  await changeProgress(alice.database, (last) => ({ ...last, deletions_accepted: true }))
  await alice.sync()
  expect(await alice.live()).toEqual(server.live())
  const { attention, deletions_accepted } = (await getMeta(alice.database, 'sync')) ?? {}
  expect([attention, deletions_accepted]).toEqual([undefined, undefined])
})
