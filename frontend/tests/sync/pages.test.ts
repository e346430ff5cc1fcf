import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetAccount } from '../../src/lib/db/account.ts'
import type { AcknowledgedPage } from '../../src/lib/db/types.ts'
import { ApiError } from '../../src/lib/errors.ts'
import { checkChain } from '../model/checks.ts'
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

test('an edit is written into its row, so that pages do not grow with edits', async () => {
  for (const nearness of [7, 8, 9]) {
    for (const id of ['a', 'b']) await alice.edit(id, (data) => ({ ...data, nearness }))
    await alice.sync()
  }
  expect(await pages()).toHaveLength(1)
  await alice.remove('b')
  expect(await bases()).toEqual([9])
  expect([...server.live().keys()]).toEqual(['a', 'c'])
})

test('what two pages say of one record, the later says', async () => {
  const page = { epoch: server.epoch, ids: ['b'], revisions: [7] }
  await alice.database.write(['acknowledged'], (tx) => tx.objectStore('acknowledged').add(page))
  await alice.edit('b', (data) => ({ ...data, nearness: 9 }))
  expect((await bases())[0]).toBe(7)
})

test('saved anew after its deletion was refused, it is known to be no first save', async () => {
  await alice.remove('a')
  const sync = server.sync.bind(server)
  server.sync = (request) => {
    if (request.changes.length > 0) throw new ApiError(400, 'No.')
    return sync(request)
  }
  await alice.sync()
  server.sync = sync
  expect(await alice.asides()).toHaveLength(1)
  await alice.save('a', checkIn({ nearness: 9 }))
  await alice.sync()
  expect(server.live().get('a')?.nearness).toBe(9)
})

test('wherever the phone dies while another one edits what it edits, its changes form a chain', async () => {
  for (let moment = 0; moment < 40; moment += 1) {
    const both = new MemoryServer()
    const [anna, bob] = [new Phone(both), new Phone(both)]
    for (const phone of [anna, bob]) await phone.signIn()
    for (const id of ['a', 'b']) await anna.save(id, checkIn({ nearness: 2 }))
    for (const phone of [anna, bob]) await phone.sync()
    await bob.edit('a', (data) => ({ ...data, energy: 1 }))
    await bob.sync()
    let typed = false
    const typing = async () => {
      if (typed) return
      typed = true
      await anna.edit('a', (data) => ({ ...data, nearness: 7 }))
    }
    await anna.survives(moment, () => anna.sync(typing))
    await checkChain(anna)
    await Promise.all([anna.scrap(), bob.scrap()])
  }
})

test('a page that finds no room ends the whole answer, and it is asked for again', async () => {
  for (const id of ['d', 'e', 'f']) await alice.save(id, checkIn())
  await alice.edit('f', (data) => ({ ...data, nearness: 3 }))
  const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(function (
    this: IDBObjectStore,
  ) {
    this.transaction.abort()
    throw new DOMException('There is no room.', 'QuotaExceededError')
  })
  await expect(alice.sync()).rejects.toThrow()
  add.mockRestore()
  await alice.sync()
  expect(server.live()).toEqual(await alice.live())
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
