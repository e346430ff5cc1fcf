import { afterEach, beforeEach, expect, test } from 'vitest'
import { adoptAccount } from '../../src/lib/db/account.ts'
import { getMeta } from '../../src/lib/db/meta.ts'
import { anyResponses, keepOpened } from '../../src/lib/sync/responses.ts'
import { Syncer } from '../../src/lib/sync/syncer.ts'
import { checkIn } from '../support/check-in.ts'
import { HttpServer, refuse, send, unpacked, type Handler } from '../support/http.ts'
import { accountOf, Phone } from '../support/phone.ts'
import { MemoryServer } from '../support/server.ts'

let memory: MemoryServer
let http: HttpServer
let alice: Phone
let waits: number[]

beforeEach(async () => {
  memory = new MemoryServer(500)
  http = new HttpServer(memory)
  await http.start()
  alice = new Phone(memory)
  await alice.signIn()
  waits = []
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
    later(_work, milliseconds) {
      waits.push(milliseconds)
      return () => undefined
    },
    tellBusy: () => undefined,
  })
}

test('a check-in goes up packed and with the token, and is acknowledged', async () => {
  await alice.save('a', checkIn())
  await syncer().sync()
  expect(memory.live().get('a')).toEqual(checkIn())
  expect(await alice.outbox()).toEqual([])
  expect(http.seen[0]?.headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-type': 'application/json',
    'x-csrftoken': 'token',
  })
  expect(await getMeta(alice.database, 'sync')).toMatchObject({
    acknowledged: true,
    acknowledged_at: '2026-11-23T20:31:00.000Z',
  })
})

test('without an account nothing is asked', async () => {
  const { database } = alice
  await database.write(['meta'], (tx) => tx.objectStore('meta').delete('account'))
  await syncer().sync()
  expect(http.seen).toEqual([])
})

const portal = (status: number): [string, Handler] => [
  `a captive portal that answers ${status}`,
  (_request, _body, response) => {
    response.writeHead(status, { 'Content-Type': 'text/html' }).end('<h1>Log in to the Wi-Fi</h1>')
  },
]

test.each<[string, Handler]>([
  ...[200, 400, 401, 403, 404, 413, 511].map(portal),
  [
    'a proxy that refuses in a JSON of its own',
    (_request, _body, response) => {
      send(response, 400, { error: 'blocked' })
    },
  ],
  [
    'a portal that says it speaks JSON',
    (_request, _body, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('<h1>Log in</h1>')
    },
  ],
  [
    'an answer to something else',
    (_request, _body, response) => {
      const results = [{ op_id: 'another', status: 'applied', revision: 1 }]
      send(response, 200, { epoch: 'e', cursor: 9, more: false, results, records: [] })
    },
  ],
  [
    'an empty answer',
    (_request, _body, response) => {
      response.writeHead(204).end()
    },
  ],
  [
    'a redirect',
    (_request, _body, response) => {
      response.writeHead(302, { Location: '/api/v1/account/' }).end()
    },
  ],
  [
    'a connection cut in the middle',
    (request) => {
      request.socket.destroy()
    },
  ],
])('%s changes nothing here, and it is tried again', async (_name, handler) => {
  await alice.save('a', checkIn())
  const before = [await alice.rows(), await alice.outbox(), await getMeta(alice.database, 'sync')]
  http.next.push(handler)
  const tries = syncer()
  await tries.sync()
  expect([await alice.rows(), await alice.outbox(), await getMeta(alice.database, 'sync')]).toEqual(
    before,
  )
  expect(waits).toEqual([1_500])
  await tries.sync()
  expect(memory.live().has('a')).toBe(true)
})

test('a server that works but whose answer is lost gets no second effect', async () => {
  await alice.save('a', checkIn())
  http.next.push((request, body) => {
    memory.sync(unpacked(request, body))
    request.socket.destroy()
  })
  const tries = syncer()
  await tries.sync()
  await tries.sync()
  expect([...memory.effects.values()]).toEqual([1])
  expect(await alice.outbox()).toEqual([])
})

test('the wait grows with failures in a row and honours Retry-After', async () => {
  const tries = syncer()
  http.next.push(refuse(503), refuse(500), refuse(429, { 'Retry-After': '120' }))
  await tries.sync()
  await tries.sync()
  await tries.sync()
  expect(waits).toEqual([1_500, 3_000, 122_000])
})

test('a stale token is renewed once, without a word', async () => {
  await alice.save('a', checkIn())
  http.next.push(refuse(403))
  await syncer().sync()
  expect(memory.live().has('a')).toBe(true)
  expect(http.urls).toEqual(['/api/v1/sync/', '/api/v1/account/', '/api/v1/sync/'])
  expect(http.seen[2]?.headers['x-csrftoken']).toBe('fresh')
})

test.each([401, 403])(
  'an account that is gone (%i) asks the person and keeps everything',
  async (status) => {
    await alice.save('a', checkIn())
    http.next.push(refuse(status), refuse(status))
    await syncer().sync()
    expect((await getMeta(alice.database, 'sync'))?.attention).toBe('account')
    expect(await alice.outbox()).toHaveLength(1)
    expect(waits).toEqual([])
  },
)

test('a late refusal says nothing about the account that was begun meanwhile', async () => {
  http.next.push(refuse(401), (...request) => {
    void adoptAccount(alice.database, { ...accountOf('another'), csrf_token: 'new' }).then(() => {
      refuse(401)(...request)
    })
  })
  await syncer().sync()
  expect((await getMeta(alice.database, 'sync'))?.attention).toBeUndefined()
})

test('once the account answers again the question is gone', async () => {
  http.next.push(refuse(401), refuse(401))
  const tries = syncer()
  await tries.sync()
  await tries.sync()
  expect((await getMeta(alice.database, 'sync'))?.attention).toBeUndefined()
})

test('saving during a run makes one more run after it', async () => {
  const tries = syncer()
  http.next.push((request, body, response) => {
    void alice.save('late', checkIn()).then(() => {
      void tries.sync()
      http.answer(request, body, response)
    })
  })
  await tries.sync()
  expect(memory.live().has('late')).toBe(true)
  expect(await alice.outbox()).toEqual([])
})

test('what the phone knows about a delivery is told once, and dropped when refused', async () => {
  const { database } = alice
  await database.write(['responses'], (tx) =>
    tx
      .objectStore('responses')
      .put({ delivery: 'd', reminder: 'r', response: 'later', at: '2026-11-23T20:31:00Z' }),
  )
  http.next.push(http.answer, refuse(503))
  const tries = syncer()
  await tries.sync()
  http.next.push(http.answer, refuse(404))
  await tries.sync()
  await tries.sync()
  const told = http.seen.filter(({ url }) => url.includes('responses'))
  expect(told.map(({ url }) => url)).toEqual([
    '/api/v1/reminders/r/responses/',
    '/api/v1/reminders/r/responses/',
  ])
  expect(JSON.parse(told[0]?.body.toString() ?? '')).toEqual({
    delivery: 'd',
    response: 'later',
    at: '2026-11-23T20:31:00Z',
  })
})

const ID = '66666666-6666-4666-8666-666666666666'

test.each([
  [`?delivery=${ID}&reminder=${ID}`, 1],
  [`?dose=1&reminder=${ID}&delivery=${ID}`, 1],
  [`?delivery=${ID}`, 0],
  [`?delivery=../x&reminder=${ID}`, 0],
])('who comes by the address of a notification (%s) has opened it', async (search, answers) => {
  await keepOpened(alice.database, search, new Date('2026-11-23T20:31:00Z'))
  const kept = await alice.database.read(['responses'], (tx) =>
    tx.objectStore('responses').getAll(),
  )
  expect(kept).toHaveLength(answers)
  expect(await anyResponses(alice.database)).toBe(answers > 0)
  for (const one of kept) expect(one).toMatchObject({ delivery: ID, response: 'opened' })
})
