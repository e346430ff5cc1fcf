import { Validator } from '@cfworker/json-schema'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deleteDB } from 'idb'
import schema from '../../../docs/export.schema.json' with { type: 'json' }
import { Database } from '../../src/lib/db/database.ts'
import { canonical, sha256 } from '../../src/lib/carry/canonical.ts'
import { Desk } from '../../src/lib/carry/desk.ts'
import { live, lived, type Lived } from '../support/lived.ts'

const NOBODY = { words: {}, around: {} }
const validator = new Validator(schema as ConstructorParameters<typeof Validator>[0], '2020-12')
let phones: Database[] = []

function phone(): Database {
  const database = new Database(`carry-${crypto.randomUUID()}`)
  phones.push(database)
  return database
}

beforeEach(() => {
  phones = []
})

afterEach(async () => {
  for (const database of phones) {
    await database.close()
    await deleteDB(database.name)
  }
})

interface Told {
  sha256: string
  content: Record<string, unknown[]>
}

async function told(file: Blob): Promise<Told> {
  return JSON.parse(await file.text()) as Told
}

async function carry(from: Database, to: Database): Promise<[first: Blob, second: Blob]> {
  const first = await new Desk(from, () => new Date('2026-11-23T10:00:00Z')).make('0.1.0')
  const desk = new Desk(to, () => new Date('2027-01-01T00:00:00Z'))
  await desk.open(first)
  const { misread, changed } = await desk.preview('UTC', NOBODY)
  expect([misread, changed]).toEqual([[], false])
  await desk.bring()
  return [first, await desk.make('0.2.0')]
}

test('whatever a phone holds: out, into an empty phone, and out again is the same to the byte', async () => {
  await fc.assert(
    fc.asyncProperty(lived, async (life: Lived) => {
      const [old, fresh] = [phone(), phone()]
      await live(old, life)
      const [first, second] = await carry(old, fresh)
      const [a, b] = [await told(first), await told(second)]
      expect(b).toEqual({ ...a, exported_at: '2027-01-01T00:00:00.000Z', app: '0.2.0' })
      const drafts = life.privates.filter(({ kind }) => kind === 'draft').length
      expect(a.content['private']).toHaveLength(life.privates.length - drafts)
      expect(validator.validate(a).errors).toEqual([])
    }),
    { numRuns: 40 },
  )
}, 60_000)

test('the hash is that of the very bytes that follow "content":', async () => {
  const database = phone()
  await live(database, { records: [], privates: [], favourites: ['box-breath'], breaths: {} })
  const text = await (await new Desk(database).make('0.1.0')).text()
  const content = text.slice(text.indexOf(',"content":') + ',"content":'.length, -2)
  const { sha256: named, content: value } = JSON.parse(text) as Told
  expect(await sha256(new TextEncoder().encode(content).buffer)).toBe(named)
  expect(canonical(value)).toBe(content)
})

test('the order in which fields were written means nothing', () => {
  expect(canonical({ b: [{ d: 1, c: undefined, a: null }], a: '\u2028', 10: 1, 9: 2 })).toBe(
    '{"10":1,"9":2,"a":"\u2028","b":[{"a":null,"d":1}]}',
  )
})

test('more than a page of rows is whole, and nothing is in it twice', async () => {
  const database = phone()
  const data = { kind: 'glimmer', occurred_at: '2026-11-23T20:30:00Z', time_zone: 'UTC' }
  const ids = Array.from({ length: 1001 }, () => crypto.randomUUID())
  await database.write(['check_ins'], (tx) =>
    Promise.all(ids.map((id) => tx.objectStore('check_ins').put({ id, data, revision: null }))),
  )
  const { content } = await told(await new Desk(database).make('0.1.0'))
  const rows = content['check_ins'] as { id: string }[]
  expect(rows.map(({ id }) => id)).toEqual(ids.sort())
})
