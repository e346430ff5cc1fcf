import { expect, test } from 'vitest'
import { adoptAccount } from '../../src/lib/db/account.ts'
import { getMeta } from '../../src/lib/db/meta.ts'
import { applyAnswer } from '../../src/lib/sync/apply.ts'
import { nextBatch } from '../../src/lib/sync/outbox.ts'
import { wireChange, type SyncRequest, type WireChange } from '../../src/lib/sync/protocol.ts'
import { checkIn } from '../support/check-in.ts'
import { accountOf, Phone } from '../support/phone.ts'
import { MemoryServer } from '../support/server.ts'

const THEIRS: WireChange = {
  op_id: crypto.randomUUID(),
  collection: 'check_ins',
  id: 'theirs',
  base_revision: null,
  deleted: false,
  data: checkIn(),
}

test('an answer for an account that the phone has left changes nothing', async () => {
  const server = new MemoryServer(500)
  const alice = new Phone(server)
  await alice.signIn()
  await alice.save('a', checkIn())
  const { epoch } = server
  const from = { device: 'other', epoch, cursor: 0, limit: 500, echo: true }
  server.sync({ ...from, changes: [THEIRS] })
  const batch = await nextBatch(alice.database, 500)
  const request: SyncRequest = { ...from, epoch: null, changes: batch.map(wireChange) }
  const answer = server.sync(request)

  await adoptAccount(alice.database, { ...accountOf(alice.name), id: 'account-2' })
  await alice.save('mine', checkIn())
  const before = [await alice.rowsAndOutbox(), await getMeta(alice.database, 'sync')]
  const late = { account: 'account-1', now: new Date(0) }
  await applyAnswer(alice.database, batch, request, answer, late)
  expect([await alice.rowsAndOutbox(), await getMeta(alice.database, 'sync')]).toEqual(before)
  await alice.scrap()
})
