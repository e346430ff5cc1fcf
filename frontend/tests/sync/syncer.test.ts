import { afterEach, beforeEach, expect, test } from 'vitest'
import { getMeta } from '../../src/lib/db/meta.ts'
import { clockAhead } from '../../src/lib/sync/clock.ts'
import { Syncer, type Surroundings } from '../../src/lib/sync/syncer.ts'
import { checkIn } from '../support/check-in.ts'
import { HttpServer, refuse, send, type Handler } from '../support/http.ts'
import { Phone } from '../support/phone.ts'
import { MemoryServer } from '../support/server.ts'

let memory: MemoryServer
let http: HttpServer
let alice: Phone
let now: Date

beforeEach(async () => {
  memory = new MemoryServer(500)
  http = new HttpServer(memory)
  await http.start()
  alice = new Phone(memory)
  await alice.signIn()
  now = new Date('2026-11-23T20:31:00Z')
})

afterEach(async () => {
  await http.stop()
  await alice.scrap()
})

function syncer(more: Partial<Surroundings> = {}): Syncer {
  return new Syncer({
    database: alice.database,
    origin: http.origin,
    now: () => now,
    random: () => 0.5,
    later: () => () => undefined,
    tellBusy: () => undefined,
    ...more,
  })
}

const page =
  (status: number): Handler =>
  (_request, _body, response) => {
    response.writeHead(status, { 'Content-Type': 'text/html' }).end('<h1>Not from Thaw</h1>')
  }
const cut: Handler = (request) => {
  request.socket.destroy()
}

test.each([
  ['portal', page(200)],
  ['portal', page(403)],
  ['portal', page(404)],
  ['portal', page(511)],
  ['network', cut],
  ['server', refuse(503)],
  ['server', page(502)],
])('why nothing came of a run is kept (%s), until one succeeds', async (trouble, handler) => {
  await alice.save('a', checkIn())
  http.next.push(handler)
  const tries = syncer()
  await tries.sync()
  expect(await getMeta(alice.database, 'sync_trouble')).toBe(trouble)
  await tries.sync()
  expect(await getMeta(alice.database, 'sync_trouble')).toBeUndefined()
  expect(memory.live().has('a')).toBe(true)
})

test.each([
  ['120', 119_000, 121_000],
  ['864000', 3_599_000, 3_601_000],
])(
  'what a server asked to wait for is waited for, whatever is saved meanwhile (%s s)',
  async (seconds, before, after) => {
    http.next.push(refuse(429, { 'Retry-After': seconds }))
    let elapsed = 0
    const tries = syncer({ elapsed: () => elapsed })
    await tries.sync()
    elapsed = before
    await tries.sync()
    expect(http.seen).toHaveLength(1)
    // Whoever sets the clock back meanwhile does not wait longer for it.
    now = new Date('2020-01-01T00:00:00Z')
    elapsed = after
    await tries.sync()
    expect(http.seen).toHaveLength(2)
  },
)

test.each([
  ['2020-01-01T00:00:00Z', -217_629_000],
  ['2031-06-01T00:00:00Z', 142_572_600],
  ['2026-11-23T20:31:30Z', undefined],
])('a clock that says %s is %s seconds ahead', (says, ahead) => {
  expect(clockAhead('Mon, 23 Nov 2026 20:30:00 GMT', new Date(says))).toBe(ahead)
})

test.each([null, '', 'yesterday'])('a date that cannot be read (%s) says nothing', (date) => {
  expect(clockAhead(date, now)).toBeUndefined()
})

test('a clock years off is told, orders nothing, and is forgotten once it is right', async () => {
  await alice.save('a', checkIn())
  const dated = (date: string): Handler => {
    return (request, body, response) => {
      response.setHeader('Date', date)
      http.answer(request, body, response)
    }
  }
  http.next.push(dated('Wed, 23 Nov 2016 20:31:00 GMT'), dated(new Date().toUTCString()))
  const tries = syncer()
  await tries.sync()
  const ahead = (await getMeta(alice.database, 'sync'))?.clock_ahead ?? 0
  expect(ahead).toBeGreaterThan(9 * 365 * 24 * 3600)
  expect(await alice.live()).toEqual(memory.live())
  await tries.sync()
  expect(await getMeta(alice.database, 'sync')).not.toHaveProperty('clock_ahead')
})

test('a first sync says how much has come so far', async () => {
  const paged = new MemoryServer(7)
  const other = new Phone(paged)
  await other.signIn()
  for (let index = 0; index < 20; index += 1) await other.save(`record-${index}`, checkIn())
  await other.sync()
  const fresh = new Phone(paged)
  await fresh.signIn()
  const counts: (number | undefined)[] = []
  await fresh.sync(async () => {
    counts.push((await getMeta(fresh.database, 'sync'))?.received)
  })
  // The last request leaves while the page before it is being stored.
  expect(counts).toEqual([undefined, 7, expect.toBeOneOf([7, 14])])
  expect(await getMeta(fresh.database, 'sync')).not.toHaveProperty('received')
  await Promise.all([other.scrap(), fresh.scrap()])
})

test('two tabs with Web Locks take turns, and nothing goes up twice', async () => {
  await alice.save('a', checkIn())
  let running = 0
  let most = 0
  const slow: Handler = (request, body, response) => {
    most = Math.max(most, (running += 1))
    setImmediate(() => {
      running -= 1
      http.answer(request, body, response)
    })
  }
  http.next.push(slow, slow)
  const { locks } = navigator
  await Promise.all([syncer({ locks }).sync(), syncer({ locks }).sync()])
  expect(most).toBe(1)
  expect([...memory.effects.values()]).toEqual([1])
})

test('two tabs without Web Locks do no harm', async () => {
  await alice.save('a', checkIn())
  await alice.edit('a', (data) => ({ ...data, nearness: 8 }))
  await Promise.all([syncer().sync(), syncer().sync()])
  expect([...memory.effects.values()]).toEqual([1, 1])
  expect(await alice.outbox()).toEqual([])
  expect(await alice.live()).toEqual(memory.live())
})

test('a tab that the phone froze in mid-run does not hold the others for ever', async () => {
  await alice.save('a', checkIn())
  let thaw: () => void = () => undefined
  const frozen = navigator.locks.request(
    'thaw-sync',
    () =>
      new Promise<void>((resolve) => {
        thaw = resolve
      }),
  )
  await syncer({ locks: navigator.locks, lockPatience: 10 }).sync()
  expect(memory.live().has('a')).toBe(true)
  thaw()
  await frozen
})

test('a request that hangs and then succeeds twice has one effect', async () => {
  await alice.save('a', checkIn())
  const twice: Handler = (request, body, response) => {
    http.answer(request, body, { writeHead: () => undefined, end: () => undefined } as never)
    http.answer(request, body, response)
  }
  http.next.push(twice)
  await syncer().sync()
  expect([...memory.effects.values()]).toEqual([1])
  expect(await alice.outbox()).toEqual([])
})

test('413 and 400 of the whole halve the batch until one change alone is set aside', async () => {
  for (const id of ['a', 'b', 'c', 'd']) await alice.save(id, checkIn())
  const spoilt: Handler = (request, body, response) => {
    const ids = JSON.stringify(http.changes(request, body))
    if (ids.includes('"c"')) send(response, 400, { type: 'validation_error', errors: [] })
    else http.answer(request, body, response)
  }
  http.always = spoilt
  await syncer().sync()
  expect([...memory.live().keys()].toSorted()).toEqual(['a', 'b', 'd'])
  expect((await alice.asides()).map(({ id }) => id)).toEqual(['c'])
})

test('a proxy of ours that takes little at once gets little at once, and nothing is set aside', async () => {
  for (const id of ['a', 'b', 'c', 'd', 'e']) await alice.save(id, checkIn())
  http.always = (request, body, response) => {
    if (http.changes(request, body).length <= 2) http.answer(request, body, response)
    else page(413)(request, body, response)
  }
  await syncer().sync()
  expect([...memory.live().keys()].toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(await alice.asides()).toEqual([])
})
