import { afterEach, beforeEach, expect, test } from 'vitest'
import { Database } from '../../src/lib/db/database.ts'
import { getMeta } from '../../src/lib/db/meta.ts'
import { endAccount, enrol } from '../../src/lib/sync/account.ts'
import { visit } from '../../src/lib/sync/session.ts'
import { ApiError, Offline } from '../../src/lib/errors.ts'
import { deleteDB } from 'idb'
import { HttpServer, refuse } from '../support/http.ts'
import { MemoryServer } from '../support/server.ts'

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

test('an account is opened only after the answer to who this browser was', async () => {
  let before: string[] = []
  http.next.push((...asked) => {
    void roundTrips(50).then(() => {
      before = http.urls
      http.answer(...asked)
    })
  })
  await Promise.all([visit(http.origin), enrol(database, http.origin)])
  expect(before).not.toContain('/api/v1/account/')
  expect(http.urls).toContain('/api/v1/account/')
})

async function roundTrips(count: number): Promise<void> {
  for (let trip = 0; trip < count; trip += 1) await fetch(`${http.origin}/api/v1/account/session/`)
}
