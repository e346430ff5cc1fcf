import { afterEach, beforeEach, expect, test } from 'vitest'
import golden from '../../../tests/contract/sealed.json' with { type: 'json' }
import type { RecordData } from '../../src/lib/db/types.ts'
import { mergeData } from '../../src/lib/sync/merge.ts'
import { Phone } from '../support/phone.ts'
import { MemoryServer } from '../support/server.ts'

const [first, second] = golden.valid as unknown as [RecordData, RecordData]

let server: MemoryServer
let alice: Phone
let bob: Phone

beforeEach(async () => {
  server = new MemoryServer(500)
  alice = new Phone(server)
  bob = new Phone(server)
  await alice.signIn()
  await bob.signIn()
})

afterEach(async () => {
  await alice.scrap()
  await bob.scrap()
})

function sealed(ciphertext: string): RecordData {
  return { kind: 'note', envelope: { ...(first['envelope'] as object), ciphertext } }
}

function write(phone: Phone, data: RecordData | null): Promise<unknown> {
  return phone.change('sealed', 'note-1', () => data)
}

test.each([first, second])(
  'an envelope reaches another phone as it is, with no key at hand',
  async (data) => {
    await write(alice, data)
    await alice.sync()
    await bob.sync()
    expect([...(await bob.live()).values()]).toEqual([data])
  },
)

test('of two edits of what is sealed neither is lost, and both phones have both', async () => {
  await write(alice, sealed('b25l'))
  await alice.sync()
  await bob.sync()
  await write(alice, sealed('YWxpY2U'))
  await write(bob, sealed('Ym9i'))
  for (const phone of [alice, bob, alice]) await phone.sync()
  const both = { ...sealed('Ym9i'), beside: [sealed('YWxpY2U')['envelope']] }
  expect([...(await alice.live()).values()]).toEqual([both])
  expect(await bob.live()).toEqual(await alice.live())
})

test('what the open vault has merged is taken out of beside, and stays out', async () => {
  const both = { ...sealed('Ym9i'), beside: [sealed('YWxpY2U')['envelope']] }
  await write(alice, both)
  await alice.sync()
  await bob.sync()
  await write(alice, sealed('bWVyZ2Vk'))
  await alice.sync()
  await bob.sync()
  expect([...(await bob.live()).values()]).toEqual([sealed('bWVyZ2Vk')])
})

test('an edit of what was deleted elsewhere brings it back whole', async () => {
  await write(alice, sealed('b25l'))
  await alice.sync()
  await bob.sync()
  await write(alice, null)
  await alice.sync()
  await write(bob, sealed('Ym9i'))
  await bob.sync()
  await alice.sync()
  expect([...(await alice.live()).values()]).toEqual([sealed('Ym9i')])
})

test('a merge never mixes two envelopes', () => {
  const merged = mergeData(sealed('b25l'), sealed('YWxpY2U'), {
    ...sealed('Ym9i'),
    envelope: { v: 2, key_id: 'k2', iv: 'CwoJCAcGBQQDAgEA', ciphertext: 'Ym9i' },
  })
  expect(merged['envelope']).toEqual(sealed('YWxpY2U')['envelope'])
  expect(merged['beside']).toHaveLength(1)
})
