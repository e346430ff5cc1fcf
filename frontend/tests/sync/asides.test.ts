import { afterEach, beforeEach, expect, test } from 'vitest'
import { adoptAccount } from '../../src/lib/db/account.ts'
import { bringBack, letGo, tryAgain } from '../../src/lib/sync/asides.ts'
import { checkIn } from '../support/check-in.ts'
import { accountOf, Phone } from '../support/phone.ts'
import { MemoryServer } from '../support/server.ts'

let server: MemoryServer
let alice: Phone

beforeEach(async () => {
  server = new MemoryServer()
  alice = new Phone(server)
  await alice.signIn()
})

afterEach(() => alice.scrap())

/** The server takes no nearness over 10: such a change is set aside. */
async function refused(id: string): Promise<string> {
  const aside = (await alice.asides()).find((one) => one.id === id)
  if (!aside) throw new Error('Nothing was set aside.')
  return aside.op_id
}

async function note(id: string): Promise<string | undefined> {
  return alice.database.read(['private'], async (tx) => {
    const row = await tx.objectStore('private').index('record').get(id)
    return row?.kind === 'note' ? row.data.text : undefined
  })
}

async function writeNote(id: string, text: string): Promise<void> {
  const row = { id: crypto.randomUUID(), kind: 'note' as const, record: id, data: { text } }
  await alice.database.write(['private'], (tx) => tx.objectStore('private').put(row))
}

test('what the server can take by now goes up when it is tried again', async () => {
  await alice.save('a', checkIn({ nearness: 99 }))
  await alice.sync()
  const op = await refused('a')
  server.most = 100
  await tryAgain(alice.database, [op, 'unknown'])
  expect(await alice.asides()).toEqual([])
  await alice.sync()
  expect(server.live().get('a')).toMatchObject({ nearness: 99 })
  expect(await alice.outbox()).toEqual([])
})

test('what is refused again is set aside again, once', async () => {
  await alice.save('a', checkIn({ nearness: 99 }))
  await alice.sync()
  await tryAgain(alice.database, [await refused('a')])
  await alice.sync()
  expect(await alice.asides()).toHaveLength(1)
  expect((await alice.live()).get('a')).toMatchObject({ nearness: 99 })
})

test('an older try never overwrites what was said since', async () => {
  await alice.save('a', checkIn({ nearness: 3 }))
  await alice.sync()
  await alice.edit('a', (data) => ({ ...data, nearness: 99, energy: 0.5 }))
  await alice.sync()
  await alice.edit('a', (data) => ({ ...data, nearness: 5 }))
  await alice.sync()
  await tryAgain(alice.database, [await refused('a')])
  server.most = 100
  await alice.sync()
  expect(server.live().get('a')).toMatchObject({ nearness: 5, energy: 0.5 })
  expect(server.live().get('a')).toEqual((await alice.live()).get('a'))
})

test('what was deleted since does not come back with an old try', async () => {
  await alice.save('a', checkIn({ nearness: 3 }))
  await alice.sync()
  await alice.edit('a', (data) => ({ ...data, nearness: 99 }))
  await alice.sync()
  await alice.remove('a')
  await alice.sync()
  server.most = 100
  await tryAgain(alice.database, [await refused('a')])
  await alice.sync()
  expect([...server.live(), ...(await alice.live()), ...(await alice.outbox())]).toEqual([])
})

test('a new one that is let go is gone with its note, and undo brings both back', async () => {
  await alice.save('a', checkIn({ nearness: 99 }))
  await writeNote('a', 'what I wrote')
  await alice.sync()
  const gone = await letGo(alice.database, await refused('a'))
  expect([await alice.asides(), (await alice.live()).size, await note('a')]).toEqual([
    [],
    0,
    undefined,
  ])
  if (gone) await bringBack(alice.database, gone)
  expect((await alice.live()).get('a')).toMatchObject({ nearness: 99 })
  expect(await note('a')).toBe('what I wrote')
  await refused('a')
})

test('an edit that is let go leaves what was there before', async () => {
  await alice.save('a', checkIn({ nearness: 3 }))
  await alice.sync()
  await alice.edit('a', (data) => ({ ...data, nearness: 99 }))
  await alice.sync()
  await letGo(alice.database, await refused('a'))
  expect((await alice.live()).get('a')).toEqual(server.live().get('a'))
})

test('letting an old try go takes nothing of what was said since', async () => {
  await alice.save('a', checkIn({ nearness: 99 }))
  await alice.sync()
  await alice.edit('a', (data) => ({ ...data, nearness: 5 }))
  await letGo(alice.database, await refused('a'))
  expect((await alice.live()).get('a')).toMatchObject({ nearness: 5 })
  await alice.sync()
  expect(server.live().get('a')).toMatchObject({ nearness: 5 })
})

/** Dies at one moment after the other, and returns how it stood each time: what is set aside, what waits, whether it is there. */
async function killedAtEach(act: typeof tryAgain | typeof letGo): Promise<string[]> {
  const stood: string[] = []
  for (let at = 0, over = false; !over; at++) {
    const phone = new Phone(new MemoryServer())
    await adoptAccount(phone.database, accountOf(phone.name))
    await phone.save('k', checkIn({ nearness: 99 }))
    await phone.sync()
    const [aside] = await phone.asides()
    over = await phone.survives(at, () => act(phone.database, [aside?.op_id] as never))
    const counts = [await phone.asides(), await phone.outbox(), [...(await phone.live())]]
    stood.push(counts.map((rows) => rows.length).join(' '))
    await phone.scrap()
  }
  return stood
}

test('killed in the middle, a try or a parting is done or not done', async () => {
  expect(new Set(await killedAtEach(tryAgain))).toEqual(new Set(['1 0 1', '0 1 1']))
  const letOneGo = (database: Phone['database'], [op = '']: string[]) => letGo(database, op)
  expect(new Set(await killedAtEach(letOneGo as never))).toEqual(new Set(['1 0 1', '0 0 0']))
})
