import { afterEach, beforeEach, expect, test } from 'vitest'
import { forgetAccount } from '../../src/lib/db/account.ts'
import type { AcknowledgedPage } from '../../src/lib/db/types.ts'
import { checkIn } from '../support/check-in.ts'
import { Phone } from '../support/phone.ts'
import { MemoryServer } from '../support/server.ts'

let server: MemoryServer
let alice: Phone

beforeEach(async () => {
  server = new MemoryServer()
  alice = new Phone(server)
  await alice.signIn()
  for (const id of ['a', 'b', 'c']) await alice.save(id, checkIn({ nearness: 2 }))
  await alice.sync()
})

afterEach(() => alice.scrap())

async function pages(): Promise<AcknowledgedPage[]> {
  return alice.database.read(['acknowledged'], (tx) => tx.objectStore('acknowledged').getAll())
}

test('what the server says of many new records at once is one page', async () => {
  expect(await pages()).toEqual([
    { epoch: server.epoch, ids: ['a', 'b', 'c'], revisions: [1, 2, 3] },
  ])
})

/** The base revisions that the server was shown. */
async function bases(): Promise<(number | null)[]> {
  const shown: (number | null)[] = []
  const sync = server.sync.bind(server)
  server.sync = (request) => {
    shown.push(...request.changes.map((change) => change.base_revision))
    return sync(request)
  }
  await alice.sync()
  return shown
}

test('an edit of one of them goes up on the revision that its page says, and is taken at once', async () => {
  await alice.edit('b', (data) => ({ ...data, nearness: 9 }))
  expect(await bases()).toEqual([2])
  expect(server.live().get('b')?.nearness).toBe(9)
})

test('edits of several lie on a page of their own, and the later page counts', async () => {
  for (const id of ['a', 'b']) await alice.edit(id, (data) => ({ ...data, nearness: 9 }))
  expect(await bases()).toEqual([1, 2])
  await alice.remove('b')
  expect(await bases()).toEqual([5])
  expect([...server.live().keys()]).toEqual(['a', 'c'])
})

test('a restored server is believed, and no page of its former life is kept', async () => {
  const [former] = await pages()
  server.restore(server.backup())
  await alice.sync()
  expect((await pages()).map(({ epoch }) => epoch)).not.toContain(former?.epoch)
  await alice.edit('b', (data) => ({ ...data, nearness: 9 }))
  expect(await bases()).toEqual([2])
})

test('edits on a page that a restored server forgot are sent again', async () => {
  const backup = server.backup()
  for (const id of ['a', 'b']) await alice.edit(id, (data) => ({ ...data, nearness: 9 }))
  await alice.sync()
  server.restore(backup)
  await alice.sync()
  expect([...server.live().values()].map(({ nearness }) => nearness)).toEqual([9, 9, 2])
})

test('another account has confirmed nothing', async () => {
  await forgetAccount(alice.database)
  expect(await pages()).toEqual([])
})
