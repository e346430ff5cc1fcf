import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from '../../src/lib/api/client.ts'
import { fingerprintOf, isOfKey, sendSubscription } from '../../src/lib/api/push.ts'
import { HttpServer } from '../support/http.ts'
import { answerPush, Browser } from '../support/push.ts'
import { MemoryServer } from '../support/server.ts'

const KEY = 'BNewKeyOfToday'
let http: HttpServer
let browser: Browser

beforeEach(async () => {
  http = new HttpServer(new MemoryServer())
  await http.start()
  browser = new Browser()
})
afterEach(() => http.stop())

async function renewed(dead: string[] = []): Promise<Set<string>> {
  const kept = answerPush(http, KEY, new Set(dead))
  await sendSubscription(connect('token', http.origin), browser.registration)
  return kept
}

test('a browser without a subscription gets one, and the server is told', async () => {
  const kept = await renewed()
  expect([...kept]).toEqual([browser.held?.endpoint])
})

test('one of today’s key is sent again, and stays', async () => {
  const endpoint = browser.hold(KEY)
  expect([...(await renewed())]).toEqual([endpoint])
})

test('one of an older key gives way to a new one', async () => {
  const endpoint = browser.hold('BOldKey')
  const [now] = await renewed()
  expect(now).not.toBe(endpoint)
  expect(browser.held?.endpoint).toBe(now)
})

test('one that its vendor has given up gives way, too, and only once', async () => {
  const endpoint = browser.hold(KEY)
  const [now] = await renewed([endpoint])
  expect(now).not.toBe(endpoint)
  expect(http.urls.filter((url) => url.endsWith('/subscriptions/'))).toHaveLength(2)
})

test('two windows that ask at once are given one address, and the server knows no other', async () => {
  browser.hold('BOldKey')
  const kept = answerPush(http, KEY, new Set())
  const found = browser.getSubscription.bind(browser)
  // Long enough for the other one to see the same.
  browser.getSubscription = async () => {
    const known = await found()
    for (let trip = 0; trip < 20; trip += 1) await fetch(`${http.origin}/api/v1/push/key/`)
    return known
  }
  const window = () => sendSubscription(connect('token', http.origin), browser.registration)
  await Promise.all([window(), window()])
  expect([...kept]).toEqual([browser.held?.endpoint])
})

test('the fingerprint is the one that the server speaks of', async () => {
  const endpoint = 'https://push.example/ä?1'
  expect(await fingerprintOf(endpoint)).toBe(createHash('sha256').update(endpoint).digest('hex'))
})

test('a subscription knows its key', () => {
  browser.hold(KEY)
  const held = browser.held as unknown as PushSubscription
  expect([isOfKey(held, KEY), isOfKey(held, 'BOldKey')]).toEqual([true, false])
})
