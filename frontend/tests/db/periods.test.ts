import { afterAll, expect, test } from 'vitest'
import { checkInsBetween, fogBetween } from '../../src/lib/db/check-ins.ts'
import { phone } from '../../src/lib/db/database.ts'
import { practicesBetween } from '../../src/lib/db/practices.ts'
import { commitChange } from '../../src/lib/db/records.ts'
import type { CollectionName, RecordData } from '../../src/lib/db/types.ts'
import { checkIn } from '../support/check-in.ts'

const [from, to] = [new Date('2026-11-01T00:00:00Z'), new Date('2026-12-01T00:00:00Z')]

async function kept(id: string, data: RecordData, collection: CollectionName = 'check_ins') {
  await commitChange(phone, { op_id: crypto.randomUUID(), collection, id, next: () => data })
}

afterAll(() => phone.close())

test('a foggy span is found in every month that it reaches into, and gone once deleted', async () => {
  const fog = (occurred_at: string, ended_at: string) => ({
    ...checkIn({ kind: 'foggy_span', occurred_at, ended_at }),
    nearness: undefined,
  })
  await kept('into', fog('2026-08-01T00:00:00Z', '2026-11-01T09:00:00Z'))
  await kept('over', fog('2026-10-01T00:00:00Z', '2026-12-24T00:00:00Z'))
  await kept('before', fog('2026-10-01T00:00:00Z', '2026-10-31T23:59:59Z'))
  await kept('after', fog('2026-12-01T00:00:01Z', '2026-12-24T00:00:00Z'))
  await kept('other', checkIn({ occurred_at: '2026-11-03T09:00:00Z' }))
  const found = async () => (await fogBetween(from, to)).map(({ id }) => id)
  expect(await found()).toEqual(['into', 'over'])
  expect((await checkInsBetween(from, to)).map(({ id }) => id)).toEqual(['other'])
  await commitChange(phone, { op_id: 'x', collection: 'check_ins', id: 'over', next: () => null })
  expect(await found()).toEqual(['into'])
})

test('practices of a time are those begun in it, newest first', async () => {
  const at = [
    '2026-10-31T23:59:59Z',
    '2026-11-01T00:00:00Z',
    '2026-11-30T23:59:59Z',
    '2026-12-01T00:00:00Z',
  ]
  for (const started_at of at)
    await kept(started_at, { exercise: 'feet-on-the-floor', started_at }, 'practices')
  expect((await practicesBetween(from, to)).map(({ id }) => id)).toEqual([at[2], at[1]])
})
