import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkIn } from '../support/check-in.ts'
import { Phone } from '../support/phone.ts'
import { MemoryServer } from '../support/server.ts'

let server: MemoryServer
let alice: Phone

beforeEach(async () => {
  server = new MemoryServer()
  alice = new Phone(server)
  await alice.signIn()
})

afterEach(() => alice.scrap())

test('a server that lost everything gets everything back, and nothing is deleted here', async () => {
  const empty = server.backup()
  for (const id of ['a', 'b', 'c', 'd', 'e']) await alice.save(id, checkIn({ nearness: 2 }))
  await alice.sync()
  const before = await alice.live()
  server.restore(empty)
  await alice.sync()
  expect(await alice.live()).toEqual(before)
  expect(server.live()).toEqual(before)
})

test('commits that a fail-over lost, with no word of a restore, are noticed and sent again', async () => {
  await alice.save('a', checkIn())
  await alice.sync()
  const replica = server.backup()
  await alice.save('b', checkIn())
  await alice.edit('a', (data) => ({ ...data, nearness: 9 }))
  await alice.sync()
  server.failOver(replica)
  await alice.sync()
  expect(server.live()).toEqual(await alice.live())
  expect(server.live().get('a')?.nearness).toBe(9)
  expect(server.live().has('b')).toBe(true)
})

test('a phone whose storage was thrown away takes everything from the server and deletes nothing', async () => {
  await alice.save('a', checkIn())
  await alice.sync()
  const again = new Phone(server)
  await again.signIn()
  await again.sync()
  expect(await again.live()).toEqual(server.live())
  expect(server.live().size).toBe(1)
  await again.scrap()
})

test('an edit that a restored server forgot is sent again', async () => {
  await alice.save('a', checkIn({ nearness: 2 }))
  await alice.sync()
  const backup = server.backup()
  await alice.edit('a', (data) => ({ ...data, nearness: 9 }))
  await alice.sync()
  server.restore(backup)
  await alice.sync()
  expect(server.live().get('a')?.nearness).toBe(9)
})

test('an edit under way meets a restored server, and the acknowledged one before it survives', async () => {
  await alice.save('a', checkIn({ nearness: 2, energy: 0 }))
  await alice.sync()
  const backup = server.backup()
  await alice.edit('a', (data) => ({ ...data, nearness: 9 }))
  await alice.sync()
  server.restore(backup)
  await alice.edit('a', (data) => ({ ...data, energy: 1 }))
  await alice.sync()
  expect(server.live().get('a')).toMatchObject({ nearness: 9, energy: 1 })
})

test('a delete that a restored server forgot is sent again', async () => {
  await alice.save('a', checkIn())
  await alice.sync()
  const backup = server.backup()
  await alice.remove('a')
  await alice.sync()
  server.restore(backup)
  await alice.sync()
  expect((await alice.live()).size).toBe(0)
  expect(server.live().size).toBe(0)
})

test('a cursor from nowhere is answered from the beginning', async () => {
  await alice.save('a', checkIn())
  await alice.sync()
  const bob = new Phone(server)
  await bob.signIn()
  await bob.database.write(['meta'], (tx) =>
    tx.objectStore('meta').put(
      {
        epoch: server.epoch,
        cursor: 999,
        acknowledged: false,
        collections: 'check_ins,practices,reminders,settings',
      },
      'sync',
    ),
  )
  await bob.sync()
  expect(await bob.live()).toEqual(server.live())
  await bob.scrap()
})
