import { afterEach, beforeEach, expect, test } from 'vitest'
import { adoptAccount, forgetAccount } from '../../src/lib/db/account.ts'
import type { OutboxLine } from '../../src/lib/db/types.ts'
import { Offline } from '../../src/lib/errors.ts'
import { applyAnswer } from '../../src/lib/sync/apply.ts'
import { nextBatch } from '../../src/lib/sync/outbox.ts'
import { wireChange, type SyncRequest } from '../../src/lib/sync/protocol.ts'
import { run } from '../../src/lib/sync/run.ts'
import { checkIn } from '../support/check-in.ts'
import { accountOf, Phone } from '../support/phone.ts'
import { MemoryServer } from '../support/server.ts'

/** Without Web Locks, or with a frozen tab that holds one, runs overlap. */

let server: MemoryServer
let alice: Phone

beforeEach(async () => {
  server = new MemoryServer()
  alice = new Phone(server)
  await alice.signIn()
})

afterEach(() => alice.scrap())

async function settle(lines: OutboxLine[]): Promise<void> {
  const changes = lines.map(wireChange)
  const request = { device: 'd', epoch: server.epoch, cursor: 0, limit: 500, echo: false, changes }
  const known = { account: 'account-1', now: new Date(0) }
  await applyAnswer(alice.database, lines, request, server.sync(request), known)
}

test('what another tab has settled lets no change overtake an earlier one of its record', async () => {
  await alice.save('a', checkIn({ nearness: 1 }))
  await alice.edit('a', (data) => ({ ...data, nearness: 2 }))
  for (const id of ['b', 'c']) await alice.save(id, checkIn())
  const [created, , b, c] = (await alice.outbox()) as [
    OutboxLine,
    OutboxLine,
    OutboxLine,
    OutboxLine,
  ]
  await settle([created])
  await alice.edit('a', (data) => ({ ...data, nearness: 3 }))
  // b and c are on the way, and the other tab has the answer for b already.
  await settle([b])
  const next = await nextBatch(alice.database, 500, [b, c])
  expect(next.map(({ data }) => data['nearness'])).toEqual([2])
  await settle([c])
  await settle(next)
  await alice.sync()
  expect(server.live().get('a')?.nearness).toBe(3)
})

test('three runs at once, small requests, lost answers and typing: the last word of each record stands', async () => {
  const wrong: string[] = []
  for (let seed = 1; seed <= 40; seed += 1) wrong.push(...(await threeTabs(seed)))
  expect(wrong).toEqual([])
}, 120_000)

/** Returns the records of which the server has another word than the one typed last. */
async function threeTabs(seed: number): Promise<string[]> {
  const chance = chances(seed * 7919)
  const small = new MemoryServer(3, 1 + Math.floor(chance() * 2))
  const phone = new Phone(small)
  await phone.signIn()
  const typed = new Map<string, number>()
  let count = 0
  const type = async () => {
    const id = 'abcdef'[Math.floor(chance() * 6)] ?? 'a'
    const word = (count += 1)
    typed.set(id, word)
    await phone.change('check_ins', id, (data) => ({ ...(data ?? checkIn()), word }))
  }
  const send = async (request: SyncRequest) => {
    await pause(chance() * 4)
    const answer = small.sync(request)
    await pause(chance() * 4)
    if (chance() < 0.15) throw new Offline('The answer was lost.')
    return answer
  }
  const tab = async () => {
    for (let runs = 0; runs < 3; runs += 1) {
      await run({ database: phone.database, now: () => new Date(0), send }).catch(onlyOffline)
      await pause(chance() * 3)
    }
  }
  const typing = async () => {
    for (let times = 0; times < 8; times += 1) {
      await pause(chance() * 6)
      await type()
    }
  }
  for (let times = 0; times < 8; times += 1) await type()
  await Promise.all([tab(), tab(), tab(), typing()])
  await phone.sync()
  await phone.scrap()
  const live = small.live()
  return [...typed]
    .filter(([id, word]) => live.get(id)?.['word'] !== word)
    .map(([id]) => `seed ${seed}: ${id}`)
}

function onlyOffline(error: unknown): void {
  if (!(error instanceof Offline)) throw error
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

function chances(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1664525 + 1013904223) >>> 0) / 2 ** 32
}

test('what was read ahead for one account does not go up for the next', async () => {
  await alice.sync()
  for (let n = 0; n < 500; n += 1) await alice.save(`r${n}`, checkIn())
  await alice.save('x', checkIn({ nearness: 1 }))
  await alice.edit('x', (data) => ({ ...data, nearness: 2 }))
  let current = server
  const send = async (request: SyncRequest) => {
    const answer = current.sync(request)
    if (current !== server) return answer
    await pause(50)
    await forgetAccount(alice.database)
    current = new MemoryServer()
    await adoptAccount(alice.database, { ...accountOf('phone'), id: 'account-2' })
    return answer
  }
  await run({ database: alice.database, now: () => new Date(0), send })
  expect(current.live().get('x')?.nearness).toBe(2)
})
