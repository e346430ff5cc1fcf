import { deleteDB } from 'idb'
import { afterEach, expect, test } from 'vitest'
import golden from '../../../tests/contract/sync.json' with { type: 'json' }
import { adoptAccount } from '../../src/lib/db/account.ts'
import { Database } from '../../src/lib/db/database.ts'
import { commitChange } from '../../src/lib/db/records.ts'
import { run } from '../../src/lib/sync/run.ts'
import { answers, type SyncAnswer, type SyncRequest } from '../../src/lib/sync/protocol.ts'
import { accountOf } from '../support/phone.ts'

const database = new Database('contract')

afterEach(async () => {
  await database.close()
  await deleteDB('contract')
})

test('the phone asks as the golden request and takes in the golden answer', async () => {
  await adoptAccount(database, accountOf(golden.request.device))
  for (const { op_id, id, data } of golden.request.changes)
    await commitChange(database, { op_id, collection: 'check_ins', id, next: () => data })
  const asked: SyncRequest[] = []
  const answer = { epoch: 'from the server', ...golden.answer } as unknown as SyncAnswer
  const send = (request: SyncRequest) => {
    asked.push(request)
    expect(answers(answer, request)).toBe(true)
    return Promise.resolve(answer)
  }
  await run({ database, send, now: () => new Date(0) })
  expect(asked).toEqual([golden.request])
  const [applied, refused] = golden.request.changes
  const [rows, asides] = await database.read(['check_ins', 'set_aside'], (tx) =>
    Promise.all([tx.objectStore('check_ins').getAll(), tx.objectStore('set_aside').getAll()]),
  )
  expect(rows.find(({ id }) => id === applied?.id)?.revision).toBe(1)
  expect(asides).toMatchObject([
    { op_id: refused?.op_id, errors: golden.answer.results[1]?.errors },
  ])
})
