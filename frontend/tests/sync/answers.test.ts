import { afterEach, beforeEach, expect, test } from 'vitest'
import { getMeta } from '../../src/lib/db/meta.ts'
import { applyAnswer } from '../../src/lib/sync/apply.ts'
import { nextBatch } from '../../src/lib/sync/outbox.ts'
import { wireChange, type SyncAnswer, type SyncRequest } from '../../src/lib/sync/protocol.ts'
import { run } from '../../src/lib/sync/run.ts'
import { checkIn } from '../support/check-in.ts'
import { Phone } from '../support/phone.ts'
import { MemoryServer } from '../support/server.ts'

const AS_ALICE = { account: 'account-1', now: new Date(0) }

let server: MemoryServer
let alice: Phone

beforeEach(async () => {
  server = new MemoryServer(500)
  alice = new Phone(server)
  await alice.signIn()
})

afterEach(() => alice.scrap())

async function ask(): Promise<() => Promise<unknown>> {
  const batch = await nextBatch(alice.database, 500)
  const request: SyncRequest = {
    device: alice.name,
    epoch: server.epoch,
    cursor: 0,
    limit: 500,
    echo: true,
    changes: batch.map(wireChange),
  }
  const answer = server.sync(request)
  return () => applyAnswer(alice.database, batch, request, answer, AS_ALICE)
}

test('an answer never overwrites what was typed since', async () => {
  await alice.save('a', checkIn({ nearness: 1 }))
  const receive = await ask()
  await alice.edit('a', (data) => ({ ...data, nearness: 8 }))
  await receive()
  expect((await alice.live()).get('a')?.nearness).toBe(8)
  expect(await alice.outbox()).toMatchObject([{ base_revision: 1, data: { nearness: 8 } }])
})

test('an answer taken twice changes nothing', async () => {
  await alice.save('a', checkIn())
  const receive = await ask()
  await receive()
  const once = [await alice.rows(), await alice.outbox()]
  await receive()
  expect([await alice.rows(), await alice.outbox()]).toEqual(once)
})

test('a page that does not join on to what is known moves nothing on', async () => {
  await alice.sync()
  const before = await getMeta(alice.database, 'sync')
  const request = {
    device: alice.name,
    epoch: server.epoch,
    cursor: 7,
    limit: 500,
    echo: true,
    changes: [],
  }
  const answer = { epoch: server.epoch, cursor: 9, more: false, results: [], records: [] }
  const after = await applyAnswer(alice.database, [], request, answer, AS_ALICE)
  expect(after).toEqual({ ...before, acknowledged: false })
})

test('two changes of one record go up one after the other, others beside them', async () => {
  await alice.save('a', checkIn({ nearness: 1 }))
  await alice.edit('a', (data) => ({ ...data, nearness: 2 }))
  await alice.save('b', checkIn())
  const batch = await nextBatch(alice.database, 500)
  expect(batch.map(({ id, data }) => [id, data.nearness])).toEqual([
    ['a', 1],
    ['b', 4],
  ])
})

test('no change overtakes an earlier one of its record while another is on its way', async () => {
  await alice.save('a', checkIn())
  await alice.save('b', checkIn())
  await alice.sync()
  await alice.edit('b', (data) => ({ ...data, nearness: 1 }))
  await alice.edit('a', (data) => ({ ...data, nearness: 2 }))
  await alice.edit('b', (data) => ({ ...data, nearness: 3 }))
  const [, second] = await alice.outbox()
  const following = await nextBatch(alice.database, 500, second ? [second] : [])
  expect(following.map(({ id, data }) => [id, data['nearness']])).toEqual([['b', 1]])
})

test('a late answer does not touch a later change in its place', async () => {
  await alice.save('a', checkIn())
  const late = await ask()
  await alice.sync()
  await alice.edit('a', (data) => ({ ...data, nearness: 8 }))
  await late()
  expect(await alice.outbox()).toMatchObject([{ data: { nearness: 8 } }])
})

test('what another phone wrote before our lost answer came again is not passed over', async () => {
  await alice.sync()
  await alice.save('a', checkIn())
  await ask() // The server has it; its answer is lost.
  const bob = new Phone(server)
  await bob.signIn()
  await bob.sync()
  await bob.edit('a', (data) => ({ ...data, nearness: 9 }))
  await bob.sync()
  // A request that another tab made before the save brings the feed past it.
  const request = {
    device: alice.name,
    epoch: server.epoch,
    cursor: 0,
    limit: 500,
    echo: true,
    changes: [],
  }
  await applyAnswer(alice.database, [], request, server.sync(request), AS_ALICE)
  expect((await alice.live()).get('a')?.nearness).toBe(4)
  await alice.sync()
  expect(await alice.live()).toEqual(server.live())
  await bob.scrap()
})

test('a late conflict does not touch the change that was merged meanwhile', async () => {
  await alice.save('a', checkIn())
  await alice.sync()
  const bob = new Phone(server)
  await bob.signIn()
  await bob.sync()
  await bob.edit('a', (data) => ({ ...data, energy: 1 }))
  await bob.sync()
  await alice.edit('a', (data) => ({ ...data, nearness: 8 }))
  const first = await ask()
  const late = await ask()
  await first()
  const merged = await alice.outbox()
  expect(merged).toMatchObject([{ base_revision: 2, data: { energy: 1, nearness: 8 } }])
  await late()
  expect(await alice.outbox()).toEqual(merged)
  await bob.scrap()
})

test('a refused change is set aside with its reasons, and the rest flow', async () => {
  await alice.save('poison', checkIn({ nearness: 99 }))
  await alice.save('good', checkIn())
  await alice.sync()
  expect([...server.live().keys()]).toEqual(['good'])
  expect(await alice.outbox()).toEqual([])
  expect(await alice.asides()).toMatchObject([
    { id: 'poison', data: { nearness: 99 }, errors: [{ attr: 'nearness' }] },
  ])
  expect((await alice.live()).has('poison')).toBe(true)
})

test('a damaged line in the outbox does not hold up the others', async () => {
  await alice.save('broken', checkIn())
  await alice.database.write(['outbox'], async (tx) => {
    const [line] = await tx.objectStore('outbox').getAll()
    await tx.objectStore('outbox').put({ ...line, data: undefined } as never)
  })
  await alice.save('good', checkIn())
  await alice.sync()
  expect(server.live().has('good')).toBe(true)
  expect(await alice.outbox()).toEqual([])
})

test('a change that is too large alone is set aside, and the rest flow', async () => {
  const small = new MemoryServer(500, 0)
  const bob = new Phone(small)
  await bob.signIn()
  await bob.save('a', checkIn())
  await bob.sync()
  expect(await bob.outbox()).toEqual([])
  expect(await bob.asides()).toMatchObject([{ id: 'a', errors: [{ code: 'refused' }] }])
  await bob.scrap()
})

test('a collection that this build does not know is passed over', async () => {
  const receive = await ask()
  await alice.save('a', checkIn())
  await alice.sync()
  await receive()
  server.sync({
    device: 'newer',
    epoch: server.epoch,
    cursor: 0,
    limit: 500,
    echo: true,
    changes: [
      { op_id: 'op', collection: 'dreams', id: 's', base_revision: null, deleted: false, data: {} },
    ],
  })
  await alice.sync()
  expect([...(await alice.live()).keys()]).toEqual(['a'])
})

test('a server that answers every change with a conflict does not hold the phone', async () => {
  await alice.save('a', checkIn())
  await alice.sync()
  await alice.edit('a', (data) => ({ ...data, nearness: 8 }))
  let asked = 0
  const stubborn = ({ epoch, cursor, changes }: SyncRequest): SyncAnswer => {
    asked += 1
    const [{ op_id, id }] = changes as [SyncRequest['changes'][0]]
    const record = { collection: 'check_ins', id, revision: asked, deleted: false, data: {} }
    return {
      epoch: epoch ?? 'e',
      cursor,
      more: false,
      results: [{ op_id, status: 'conflict', revision: asked, record, first: null, errors: null }],
      records: [],
    }
  }
  const send = (request: SyncRequest) => Promise.resolve(stubborn(request))
  await expect(run({ database: alice.database, send, now: () => new Date(0) })).rejects.toThrow()
  expect(asked).toBeLessThan(10)
  expect(await alice.outbox()).toHaveLength(1)
})
