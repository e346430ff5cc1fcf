import { expect, test } from 'vitest'
import { savePractice } from '../../src/lib/actions/savePractice.ts'
import { phone } from '../../src/lib/db/database.ts'
import type { PracticeData } from '../../src/lib/db/types.ts'
import { NotSaved } from '../../src/lib/errors.ts'

const begun: PracticeData = {
  exercise: 'longer-out-breath',
  started_at: '2026-11-23T12:00:00Z',
  nearness_before: 0,
  absence_before: undefined,
}
const ended: PracticeData = {
  ...begun,
  ended_at: '2026-11-23T12:01:00Z',
  seconds: 60,
  ended_by: 'too_much',
}

function held(id: string) {
  return phone.read(['practices', 'outbox'], async (tx) => ({
    row: (await tx.objectStore('practices').get(id))?.data,
    lines: await tx.objectStore('outbox').index('record').getAll(['practices', id]),
  }))
}

test('a practice that has only begun is kept, with its line for the server', async () => {
  const id = crypto.randomUUID()
  await savePractice(id, begun)
  const { row, lines } = await held(id)
  const expected = {
    exercise: 'longer-out-breath',
    started_at: '2026-11-23T12:00:00Z',
    nearness_before: 0,
  }
  expect(row).toEqual(expected)
  expect(lines.map(({ collection, data }) => [collection, data])).toEqual([['practices', expected]])
})

test('its ending and a later answer are the same practice', async () => {
  const id = crypto.randomUUID()
  await savePractice(id, begun)
  await savePractice(id, ended)
  await savePractice(id, { ...ended, thaw: 'unnamed' })
  const { row, lines } = await held(id)
  expect(row).toEqual({
    exercise: 'longer-out-breath',
    started_at: '2026-11-23T12:00:00Z',
    nearness_before: 0,
    ended_at: '2026-11-23T12:01:00Z',
    seconds: 60,
    ended_by: 'too_much',
    thaw: 'unnamed',
  })
  expect(lines.map(({ data }) => data)).toEqual([row])
})

test('an absence given later takes the place of nearness', async () => {
  const id = crypto.randomUUID()
  await savePractice(id, { ...ended, nearness_after: 4 })
  await savePractice(id, { ...ended, nearness_after: undefined, absence_after: 'behind_glass' })
  const { row } = await held(id)
  expect(row?.['absence_after']).toBe('behind_glass')
  expect(row).not.toHaveProperty('nearness_after')
})

test('what cannot be written leaves neither a record nor a line', async () => {
  const id = crypto.randomUUID()
  const uncloneable = { ...begun, extra: () => undefined }
  await expect(savePractice(id, uncloneable)).rejects.toThrow(NotSaved)
  expect(await held(id)).toEqual({ row: undefined, lines: [] })
})
