import { afterEach, beforeEach, expect, test } from 'vitest'
import { setMeta } from '../../src/lib/db/meta.ts'
import type { ServerRecord } from '../../src/lib/db/types.ts'
import { applyAnswer } from '../../src/lib/sync/apply.ts'
import { checkIn } from '../support/check-in.ts'
import { Phone } from '../support/phone.ts'
import { MemoryServer } from '../support/server.ts'

/** What a bare phone takes in is written without a look at what is there: here is where it has to look. */

let alice: Phone

beforeEach(async () => {
  alice = new Phone(new MemoryServer())
  await alice.signIn()
})

afterEach(() => alice.scrap())

function record(id: string, revision: number, nearness: number): ServerRecord {
  return { collection: 'check_ins', id, revision, deleted: false, data: checkIn({ nearness }) }
}

/** A page that was asked for at `from` and ends at `cursor`; more follow. */
function take(
  from: number,
  cursor: number,
  records: ServerRecord[],
  epoch = 'epoch-1',
  asked: string | null = epoch,
) {
  const request = {
    device: alice.name,
    epoch: asked,
    cursor: from,
    limit: 500,
    echo: false,
    changes: [],
  }
  const answer = { epoch, cursor, more: true, results: [], records }
  const as = { account: 'account-1', now: new Date(0) }
  return applyAnswer(alice.database, [], request, answer, as)
}

function begin(cursor: number, records: ServerRecord[], epoch = 'epoch-1') {
  return take(0, cursor, records, epoch, null)
}

async function nearnessOf(id: string): Promise<unknown> {
  return (await alice.live()).get(id)?.nearness
}

test('a page that comes again late does not bring back what a later page has changed', async () => {
  const first = [record('a', 1, 1), record('b', 2, 2)]
  await begin(2, first)
  await take(2, 5, [record('a', 5, 9)])
  // Another tab had asked for the same.
  await take(0, 2, first)
  expect(await nearnessOf('a')).toBe(9)
})

test('what was noted between two pages stays', async () => {
  await begin(1, [record('a', 1, 1)])
  await alice.edit('a', (data) => ({ ...data, nearness: 8 }))
  await take(1, 7, [record('a', 7, 3)])
  expect(await nearnessOf('a')).toBe(8)
})

test('a phone that held something finds out what a restored server lost', async () => {
  await begin(5, [record('a', 5, 8)])
  // A newer build reads the feed once more from the beginning, and meanwhile the server was restored.
  await setMeta(alice.database, 'sync', { epoch: null, cursor: 0, acknowledged: false })
  await begin(3, [record('a', 3, 1)], 'epoch-2')
  expect(await nearnessOf('a')).toBe(8)
  expect(await alice.outbox()).toMatchObject([{ id: 'a', data: { nearness: 8 } }])
})
