import { afterEach, beforeEach, expect, test } from 'vitest'
import { Database } from '../../src/lib/db/database.ts'
import { getMeta } from '../../src/lib/db/meta.ts'
import { byPassword, byRecoveryCode } from '../../src/lib/auth/sign-in.ts'
import type { Door } from '../../src/lib/api/allauth.ts'
import { endForgotten } from '../../src/lib/auth/leave.ts'
import { leaveAccount } from '../../src/lib/db/account.ts'
import { endAccount, enrol, refreshAccount } from '../../src/lib/sync/account.ts'
import { visit } from '../../src/lib/sync/session.ts'
import { ApiError, Offline } from '../../src/lib/errors.ts'
import { deleteDB } from 'idb'
import { HttpServer, refuse } from '../support/http.ts'
import { MemoryServer } from '../support/server.ts'

const VISIT = '/api/v1/account/session/'

let http: HttpServer
let database: Database

beforeEach(async () => {
  http = new HttpServer(new MemoryServer())
  await http.start()
  database = new Database('account')
})

afterEach(async () => {
  await http.stop()
  await database.close()
  await deleteDB('account')
})

test('an account is opened with this phone as its device', async () => {
  await enrol(database, http.origin)
  expect(http.urls).toEqual(['/api/v1/account/'])
  expect(JSON.parse(http.seen[0]?.body.toString() ?? '')).toMatchObject({
    locale: expect.any(String) as string,
    time_zone: expect.any(String) as string,
    device: await getMeta(database, 'device'),
  })
  expect((await getMeta(database, 'account'))?.csrf_token).toBe('fresh')
})

test('an account whose first answer was lost is found again, not opened twice', async () => {
  http.next.push(refuse(403))
  await enrol(database, http.origin)
  expect((await getMeta(database, 'account'))?.csrf_token).toBe('fresh')
})

test('without a network no account is opened, and that is said', async () => {
  http.next.push((request) => {
    request.socket.destroy()
  })
  await expect(enrol(database, http.origin)).rejects.toThrow(Offline)
  expect(await getMeta(database, 'account')).toBeUndefined()
})

test('a deleted account is forgotten here only once the server has deleted it', async () => {
  await enrol(database, http.origin)
  http.next.push(refuse(503))
  await expect(endAccount(database, http.origin)).rejects.toThrow(ApiError)
  expect(await getMeta(database, 'account')).toBeDefined()
  http.next.push((_request, _body, response) => {
    response.writeHead(204).end()
  })
  await endAccount(database, http.origin)
  expect(await getMeta(database, 'account')).toBeUndefined()
})

test('an account that another device deleted is forgotten here too', async () => {
  await enrol(database, http.origin)
  http.next.push(refuse(401))
  await endAccount(database, http.origin)
  expect(await getMeta(database, 'account')).toBeUndefined()
})

const BEGIN: Record<string, (door: Door) => Promise<unknown>> = {
  'an account is opened': ({ origin }) => enrol(database, origin),
  'a proof is shown': byPassword('a@example.org', 'long enough'),
  'a recovery code is used': byRecoveryCode('a-code'),
}

test.each(Object.entries(BEGIN))(
  '%s only after the answer to who this browser was',
  async (_, begin) => {
    let before: string[] = []
    http.always = (...asked) => {
      const [{ url }] = asked
      const answer = url === VISIT ? http.answer : refuse(503)
      answer(...asked)
    }
    http.next.push((...asked) => {
      void roundTrips(50).then(() => {
        before = http.urls
        http.answer(...asked)
      })
    })
    const begun = visit(http.origin).then(() => http.urls.length)
    await Promise.allSettled([begin({ csrf_token: 'fresh', origin: http.origin })])
    expect(new Set(before)).toEqual(new Set([VISIT]))
    expect(http.urls.length).toBeGreaterThan(await begun)
  },
)

test('what the server said of an account that was left meanwhile brings nobody back into it', async () => {
  await enrol(database, http.origin)
  http.next.push((...asked) => {
    void leaveAccount(database).then(() => {
      http.answer(...asked)
    })
  })
  await refreshAccount(database, http.origin)
  expect(await getMeta(database, 'account')).toBeUndefined()
})

test('what another window ended meanwhile is not ended again, with the copy that was begun since', async () => {
  await database.write(['meta'], (tx) => tx.objectStore('meta').put(true, 'forgotten'))
  http.next.push((...asked) => {
    const cleared = database.write(['meta'], (tx) => tx.objectStore('meta').delete('forgotten'))
    void cleared.then(() => {
      http.answer(...asked)
    })
  })
  await endForgotten(database, http.origin)
  expect(http.urls).toEqual([VISIT])
})

async function roundTrips(count: number): Promise<void> {
  for (let trip = 0; trip < count; trip += 1) await fetch(http.origin + VISIT)
}
