import { deleteDB } from 'idb'
import { afterEach, expect, test } from 'vitest'
import golden from '../../../tests/contract/check_ins.json' with { type: 'json' }
import { adoptAccount } from '../../src/lib/db/account.ts'
import { Database } from '../../src/lib/db/database.ts'
import { commitChange } from '../../src/lib/db/records.ts'
import * as names from '../../src/lib/names.ts'
import { accountOf } from '../support/phone.ts'

const database = new Database('golden')
const CLOSED: Record<string, readonly string[]> = {
  temperature: names.TEMPERATURES,
  weight: names.WEIGHTS,
  colour: names.COLOURS,
  texture: names.TEXTURES,
  sound: names.SOUNDS,
  zone: names.ZONES,
  side: names.SIDES,
  mark: names.MARKS,
  habit: names.HABITS,
}
type Part = Record<string, unknown>

afterEach(async () => {
  await database.close()
  await deleteDB('golden')
})

/** Values of closed lists that this phone could not show. */
function strangers({ senses, body, habits, experiences }: Part): unknown[] {
  const parts = [senses ?? {}, ...((body ?? []) as Part[]), ...((habits ?? []) as Part[])] as Part[]
  const named = parts.flatMap((part) => Object.entries(part))
  const odd = named.filter(([key, value]) => CLOSED[key]?.includes(value as string) === false)
  const felt = (experiences ?? []) as (typeof names.EXPERIENCES)[number][]
  return [
    ...odd.map(([, value]) => value),
    ...felt.filter((one) => !names.EXPERIENCES.includes(one)),
  ]
}

test.each(golden.valid as Part[])(
  'the phone can show golden check-in %#, and sends it as it is',
  async (data) => {
    expect(strangers(data)).toEqual([])
    await adoptAccount(database, accountOf(crypto.randomUUID()))
    const [op_id, id] = [crypto.randomUUID(), crypto.randomUUID()]
    await commitChange(database, { op_id, collection: 'check_ins', id, next: () => data })
    const sent = await database.read(['outbox'], (tx) => tx.objectStore('outbox').getAll())
    expect(sent.map((line) => line.data)).toEqual([data])
  },
)

test('a name that the server refuses is none that the phone offers', () => {
  const refused = golden.invalid.map(({ data }) => data as Part)
  expect(refused.flatMap(strangers)).toEqual([
    'lukewarm',
    'floating',
    'beige',
    'fluffy',
    'music',
    'elbow',
    'left',
    'pain',
    'joy',
    'shopping',
  ])
})
