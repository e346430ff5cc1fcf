import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SyncRequest } from '../../src/lib/sync/protocol.ts'
import { Syncer } from '../../src/lib/sync/syncer.ts'
import { checkIn } from '../support/check-in.ts'
import { HttpServer, unpacked } from '../support/http.ts'
import { Phone } from '../support/phone.ts'
import { MemoryServer } from '../support/server.ts'

let memory: MemoryServer
let http: HttpServer
let alice: Phone

beforeEach(async () => {
  memory = new MemoryServer(500)
  http = new HttpServer(memory)
  await http.start()
  alice = new Phone(memory)
  await alice.signIn()
})

afterEach(async () => {
  await http.stop()
  await alice.scrap()
})

function syncer(): Syncer {
  return new Syncer({
    database: alice.database,
    origin: http.origin,
    now: () => new Date('2026-11-23T20:31:00Z'),
    random: () => 0.5,
    later: () => () => undefined,
    tellBusy: () => undefined,
  })
}

test('what is packed before the answer is there goes on where that answer ends', async () => {
  const sent: SyncRequest[] = []
  http.always = (request, body, response) => {
    sent.push(unpacked(request, body))
    http.answer(request, body, response)
  }
  for (let n = 0; n < 1_100; n += 1) await alice.save(`check-in ${n}`, checkIn())
  await syncer().sync()
  expect(sent.map(({ changes }) => changes.length)).toEqual([500, 500, 100])
  expect(sent.map(({ epoch, cursor }) => [epoch, cursor])).toEqual([
    [null, 0],
    [memory.epoch, 500],
    [memory.epoch, 1_000],
  ])
  expect(memory.live().size).toBe(1_100)
  expect(await alice.outbox()).toEqual([])
})
