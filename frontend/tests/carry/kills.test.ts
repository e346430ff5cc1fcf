import { afterEach, expect, test } from 'vitest'
import { deleteDB } from 'idb'
import { adoptAccount } from '../../src/lib/db/account.ts'
import { Database } from '../../src/lib/db/database.ts'
import { Desk } from '../../src/lib/carry/desk.ts'
import { everything, live, type Lived } from '../support/lived.ts'
import { accountOf, Phone } from '../support/phone.ts'

const NOBODY = { words: {}, around: {} }
const OWN = '0a0a0a0a-0000-4000-8000-00000000000a'
const SERVER = {
  sync: () => {
    throw new Error('Nothing is synced here.')
  },
}
/** More than one batch, with words of one's own, notes, a page and a favourite. */
const LIFE: Lived = {
  records: Array.from({ length: 25 }, (_, n) => [
    'check_ins',
    {
      kind: 'check_in',
      occurred_at: new Date(Date.UTC(2026, 0, 1, n)).toISOString(),
      time_zone: 'UTC',
      nearness: n % 11,
      words: [`own:${OWN}`],
    },
  ]),
  privates: [
    { kind: 'entry', data: { text: 'a page', written_at: '2026-11-01T08:00:00Z' } },
    { kind: 'note', record: '0b0b0b0b-0000-4000-8000-00000000000b', data: { text: 'alone' } },
  ],
  favourites: ['box-breath'],
  breaths: { 'box-breath': [4, 4, 4, 4] },
}
let phones: Phone[] = []

/** Ten rows stand or fall together here, so that there are several batches. */
function deskOf(phone: Phone): Desk {
  return new Desk(phone.database, () => new Date('2026-11-23T10:00:00Z'), 10)
}

afterEach(async () => {
  for (const phone of phones) await phone.scrap()
  phones = []
})

async function newPhone(account: boolean): Promise<Phone> {
  const phone = new Phone(SERVER)
  phones.push(phone)
  if (account) await adoptAccount(phone.database, accountOf(phone.name))
  return phone
}

async function fileOfLife(): Promise<Blob> {
  const database = new Database('kills-source')
  await live(database, LIFE)
  const own = { id: OWN, kind: 'own' as const, data: { text: 'wool', list: 'words' as const } }
  await database.write(['private'], (tx) => tx.objectStore('private').put(own))
  const file = await new Desk(database).make('0.1.0')
  await database.close()
  await deleteDB('kills-source')
  return file
}

async function bringIn(phone: Phone, file: Blob): Promise<number> {
  const desk = deskOf(phone)
  await desk.open(file)
  await desk.preview('UTC', NOBODY)
  return desk.bring()
}

async function hashOf(file: Blob): Promise<string> {
  return (JSON.parse(await file.text()) as { sha256: string }).sha256
}

test.each([false, true])(
  'killed at any write and done again, an import doubles nothing (with an account: %s)',
  async (account) => {
    const file = await fileOfLife()
    const hash = await hashOf(file)
    let kills = 0
    for (let at = 0; ; at++) {
      const phone = await newPhone(account)
      const survived = await phone.survives(at, () => bringIn(phone, file))
      if (!survived) kills += 1
      await bringIn(phone, file)
      expect(await hashOf(await deskOf(phone).make('0.1.0'))).toBe(hash)
      const lines = await phone.outbox()
      expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length)
      expect(lines.map(({ id }) => id).sort()).toEqual(
        (await phone.rows()).map(({ id }) => id).sort(),
      )
      if (survived) break
    }
    expect(kills).toBeGreaterThan(10)
  },
  60_000,
)

test.each([false, true])(
  'killed at any write and done again, taking it back leaves nothing of it (with an account: %s)',
  async (account) => {
    const file = await fileOfLife()
    for (let at = 0; ; at++) {
      const phone = await newPhone(account)
      await bringIn(phone, file)
      const survived = await phone.survives(at, () => deskOf(phone).takeBack())
      if (!survived) await deskOf(phone).takeBack()
      expect((await phone.live()).size).toBe(0)
      expect(await deskOf(phone).inventory()).toEqual({})
      expect(await deskOf(phone).last()).toBeUndefined()
      if (survived) break
    }
  },
  60_000,
)

test('a look at a file writes nothing', async () => {
  const phone = await newPhone(false)
  const before = await everything(phone.database)
  const desk = deskOf(phone)
  await desk.open(await fileOfLife())
  await desk.preview('UTC', NOBODY)
  expect(await everything(phone.database)).toBe(before)
})
