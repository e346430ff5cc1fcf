import fc from 'fast-check'
import { metaIn } from '../../src/lib/db/meta.ts'
import type { Database } from '../../src/lib/db/database.ts'
import type { PrivateRow } from '../../src/lib/db/private-types.ts'
import { changeIn } from '../../src/lib/db/records.ts'
import { COLLECTIONS, type StoreName } from '../../src/lib/db/schema.ts'
import type { CollectionName, RecordData } from '../../src/lib/db/types.ts'

/** All that a phone may hold of a person, made by chance: what fast-check finds is printed with its seed. */
export interface Lived {
  records: [CollectionName, RecordData][]
  privates: { kind: string; record?: string; data: object }[]
  favourites: string[]
  breaths: Record<string, number[]>
}

const unknown = fc.dictionary(
  fc.string({ minLength: 1 }).map((name) => `x_${name}`),
  fc.jsonValue({ maxDepth: 2 }),
  { maxKeys: 2 },
)
const moment = fc
  .date({
    min: new Date('2016-01-01'),
    max: new Date('2026-11-23'),
    noInvalidDate: true,
  })
  .map((at) => at.toISOString())
const text = fc.string({ unit: 'binary', minLength: 1 })
const near = fc.integer({ min: 0, max: 10 })
const absence = fc.constantFrom('nothing', 'cannot_tell', 'behind_glass', 'too_mixed')
const answer = fc.oneof(
  near.map((nearness) => ({ nearness })),
  absence.map((word) => ({ absence: word })),
)
const base = { time_zone: fc.constantFrom('Europe/Berlin', 'Asia/Tokyo') }
const checkIn = fc
  .record({
    fixed: fc.record({ ...base, kind: fc.constant('check_in'), occurred_at: moment }),
    answer,
    more: fc.record(
      { energy: fc.double({ min: -1, max: 1, noNaN: true }), words: fc.array(fc.uuid()) },
      { requiredKeys: [] },
    ),
    unknown,
  })
  .map((parts) => ({ ...parts.unknown, ...parts.fixed, ...parts.answer, ...parts.more }))
const practice = fc
  .record({
    fixed: fc.record({ exercise: fc.constant('box-breath'), started_at: moment }),
    unknown,
  })
  .map((parts) => ({ ...parts.unknown, ...parts.fixed }))
const reminder = fc.record({
  ...base,
  kind: fc.constant('grounding'),
  local_time: fc.constant('20:30'),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
  next_due_at: moment,
  pace: fc.constant('full'),
})
const setting = fc.record({ key: fc.string({ minLength: 1 }), value: fc.jsonValue() })
const sealed = fc.record({
  kind: fc.constant('entry'),
  envelope: fc.record({ iv: text, ciphertext: text }),
})
function of(name: CollectionName, data: fc.Arbitrary<RecordData>) {
  return data.map((one): [CollectionName, RecordData] => [name, one])
}
const record = fc.oneof(
  of('check_ins', checkIn),
  of('practices', practice),
  of('reminders', reminder),
  of('settings', setting),
  of('sealed', sealed),
)
const photo = fc
  .uint8Array({ minLength: 1, maxLength: 70_000, size: 'max' })
  .map((bytes) => new Blob([bytes.slice()], { type: 'image/jpeg' }))
const made = (product: unknown) => ({
  kind: 'making',
  data: { made_at: '2026-11-01T08:00:00Z', product },
})
const privateRow = fc.oneof(
  fc
    .record({ data: fc.record({ text }), record: fc.uuid() })
    .map((row) => ({ kind: 'note', ...row })),
  fc.record({ text, written_at: moment }).map((data) => ({ kind: 'entry', data })),
  fc
    .record({ text, list: fc.constantFrom('words', 'around', 'anchors') })
    .map((data) => ({ kind: 'own', data })),
  fc
    .tuple(text, photo)
    .map(([words, file]) =>
      made({ tool: 'textures', textures: [{ words, photo: file }, { words: '' }] }),
    ),
  fc
    .dictionary(fc.integer({ min: 0, max: 400 }).map(String), fc.constant('blue'))
    .map((field) => made({ tool: 'colours', field, body: [] })),
  fc.record({ $blob: text, base64: text }).map((data) => ({ kind: 'of_a_newer_build', data })),
  fc.constant({ kind: 'draft', data: { made_at: '2026-11-23T08:00:00Z' }, steps: {} }),
)
const slugs = fc.uniqueArray(fc.constantFrom('box-breath', 'slow-wave', 'five-senses'))

export const lived: fc.Arbitrary<Lived> = fc.record({
  records: fc.array(record, { maxLength: 12 }),
  privates: fc.array(privateRow, { maxLength: 8 }),
  favourites: slugs,
  breaths: fc.dictionary(fc.constantFrom('box-breath', 'slow-wave'), fc.array(near)),
})

const STORES: StoreName[] = [...COLLECTIONS, 'private', 'outbox', 'meta', 'set_aside']

export async function live(database: Database, life: Lived): Promise<void> {
  await database.write(STORES, async (tx) => {
    for (const [collection, data] of life.records)
      await changeIn(tx, {
        op_id: crypto.randomUUID(),
        collection,
        id: crypto.randomUUID(),
        next: () => data,
      })
    for (const row of life.privates)
      await tx.objectStore('private').put({ id: crypto.randomUUID(), ...row } as PrivateRow)
    if (life.favourites.length > 0) await tx.objectStore('meta').put(life.favourites, 'favourites')
    await tx.objectStore('meta').put(life.breaths, 'breaths')
  })
}

/** Everything as it lies there, to compare two moments; photos by their bytes. */
export async function everything(database: Database): Promise<string> {
  const rows = await database.read(STORES, async (tx) => {
    const lists = STORES.filter((name) => name !== 'meta').map((name) =>
      tx.objectStore(name).getAll(),
    )
    const kept = [await metaIn(tx, 'favourites'), await metaIn(tx, 'breaths')]
    return [await Promise.all(lists as Promise<unknown>[]), kept]
  })
  return JSON.stringify(rows)
}
