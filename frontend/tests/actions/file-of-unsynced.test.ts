import { afterEach, expect, test } from 'vitest'
import { deleteCheckIn } from '../../src/lib/actions/deleteCheckIn.ts'
import { fileOfUnsynced } from '../../src/lib/actions/fileOfUnsynced.ts'
import { keepOwn } from '../../src/lib/actions/keepOwn.ts'
import { saveCheckIn } from '../../src/lib/actions/saveCheckIn.ts'
import { Desk } from '../../src/lib/carry/desk.ts'
import { adoptAccount, clearEverything } from '../../src/lib/db/account.ts'
import { phone } from '../../src/lib/db/database.ts'
import { accountOf } from '../support/phone.ts'

afterEach(() => clearEverything(phone))

interface Told {
  content: Record<string, { id: string }[]>
}

test('exactly what the server does not have, with its notes and words, in a file that can be brought in', async () => {
  const there = await saveCheckIn({ nearness: 1, note: 'already there' })
  await phone.write(['outbox'], (tx) => tx.objectStore('outbox').clear())
  await adoptAccount(phone, accountOf('phone'))
  await phone.write(['outbox'], (tx) => tx.objectStore('outbox').clear())
  const word = await keepOwn('woolly', 'words')
  await keepOwn('unused', 'words')
  const waits = await saveCheckIn({ nearness: 2, words: [word], note: 'waits' })
  const gone = await saveCheckIn({ nearness: 3 })
  await deleteCheckIn(gone.id)
  const aside = { op_id: 'op', collection: 'check_ins' as const, id: crypto.randomUUID() }
  const data = { ...waits.data, nearness: 4 }
  await phone.write(['set_aside'], (tx) =>
    tx.objectStore('set_aside').put({ ...aside, deleted: false, data, errors: [] }),
  )
  const file = await fileOfUnsynced(new Date(), '0.1.0')
  const { content } = JSON.parse(await file.text()) as Told
  expect(content['check_ins']?.map(({ id }) => id).sort()).toEqual([waits.id, aside.id].sort())
  expect(JSON.stringify(content['private'])).toContain('woolly')
  expect(JSON.stringify(content['private'])).not.toMatch(/unused|already there/)
  await clearEverything(phone)
  const desk = new Desk(phone)
  await desk.open(file)
  const { misread, changed, fresh } = await desk.preview('UTC', { words: {}, around: {} })
  expect([misread, changed, fresh]).toEqual([[], false, { check_ins: 2, note: 1, own: 1 }])
  expect(there.id).not.toBe(waits.id)
})
