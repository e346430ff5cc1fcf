import { expect, test } from 'vitest'
import type { Incoming } from '../../src/lib/carry/incoming.ts'
import { instantOf } from '../../src/lib/carry/foreign/times.ts'
import { recognise } from '../../src/lib/carry/recognise.ts'
import { textOf } from '../../src/lib/carry/text.ts'
import type { Unreadable } from '../../src/lib/carry/unreadable.ts'

const DAYLIO = [
  '\uFEFFfull_date,date,weekday,time,mood,activities,note_title,note',
  '2026-05-20,May 20,Wednesday,22:13,rad,,,"Felt gréat"',
].join('\n')

function read(text: string): Promise<Incoming> {
  return recognise(text).read('UTC', { words: {}, around: {} })
}

const utf16 = (text: string, little: boolean) => {
  const bytes = Array.from(`\uFEFF${text}`).flatMap((letter) => {
    const code = letter.charCodeAt(0)
    return little ? [code & 255, code >> 8] : [code >> 8, code & 255]
  })
  return Uint8Array.from(bytes)
}

test('UTF-16 as spreadsheets save it is read; other letters, nothing and something else are told apart', () => {
  expect(textOf(utf16(DAYLIO.slice(1), true))).toBe(DAYLIO.slice(1))
  expect(textOf(utf16(DAYLIO.slice(1), false))).toBe(DAYLIO.slice(1))
  const trouble = (work: () => unknown) => {
    try {
      work()
    } catch (error) {
      return (error as Unreadable).trouble
    }
  }
  const bytes = (text: string) => new TextEncoder().encode(text)
  expect(trouble(() => textOf(Uint8Array.from([0x47, 0xfc, 0x74])))).toBe('letters')
  expect(trouble(() => textOf(utf16('mood', true).subarray(2)))).toBe('letters')
  expect(trouble(() => textOf(bytes(' \n')))).toBe('empty')
  expect(trouble(() => textOf(bytes('')))).toBe('empty')
  expect(trouble(() => recognise('date,flow\n2026-01-01,light'))).toBe('unknown')
  expect(trouble(() => recognise('{"a": 1}'))).toBe('unknown')
  expect(trouble(() => recognise('{"format": "thaw", '))).toBe('damaged')
  expect(trouble(() => recognise(`${DAYLIO}\n2026-05-17,x,x,10:00,good,,,"open`))).toBe('damaged')
})

test('a file with a header and no entry says so', async () => {
  await expect(read(DAYLIO.split('\n')[0] ?? '')).rejects.toThrow('no_rows')
  expect(() => recognise('[]')).toThrow('no_rows')
})

test('a file of a newer Thaw, a damaged one and a changed one', async () => {
  const head = { format: 'thaw', sha256: 'x' }
  const content = { check_ins: [], private: [], kept: { favourites: [7] } }
  await expect(read(JSON.stringify({ ...head, version: 2, content }))).rejects.toThrow('newer')
  await expect(read(JSON.stringify({ ...head, version: 1 }))).rejects.toThrow('damaged')
  const { changed, kept } = await read(JSON.stringify({ ...head, version: 1, content }))
  expect([changed, kept]).toEqual([true, {}])
})

test('of a file of ours, rows that would break a screen are told, and unknown fields stay', async () => {
  const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
  const moment = { occurred_at: '2026-11-23T20:30:00Z', time_zone: 'UTC' }
  const good = { kind: 'check_in', ...moment, nearness: 3, of_tomorrow: { x: 1 } }
  const check_ins = [
    { id: id(1), data: good },
    { id: id(2), data: { ...good, absence: 'nothing' } },
    { id: id(3), data: { ...good, nearness: 11 } },
    { id: id(4), data: { ...good, time_zone: 'Nowhere/At_all' } },
    { id: id(5), data: { ...good, words: 'tired' } },
    { id: id(6), data: { ...good, occurred_at: 'once' } },
    { id: 'seven', data: good },
  ]
  const rows = [
    { id: id(8), kind: 'entry', data: { text: 5, written_at: moment.occurred_at } },
    { id: id(9), kind: 'draft', data: {} },
    { id: id(0), kind: 'of_tomorrow', data: { y: 2 } },
  ]
  const content = { check_ins, private: rows, dreams: [{ id: id(1) }] }
  const incoming = await read(JSON.stringify({ format: 'thaw', version: 1, content }))
  expect(incoming.records).toEqual([{ collection: 'check_ins', id: id(1), data: good }])
  expect(incoming.privates).toEqual([rows[2]])
  expect(incoming.misread.map(({ at }) => at)).toEqual([
    ...Array.from({ length: 6 }, () => 'check_ins'),
    'private',
    'private',
    'dreams',
  ])
})

test('of a file of ours, names and times that no screen knows are told, whatever else is well', async () => {
  const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
  const moment = { occurred_at: '2026-11-23T20:30:00Z', time_zone: 'UTC' }
  const mark = { zone: 'jaw', side: 'front', mark: 'tight' }
  const noticed = (more: object) => ({ kind: 'check_in', ...moment, ...more })
  const check_ins = [
    noticed({ nearness: 3, body: [mark] }),
    noticed({ pleasantness: 0.5 }),
    noticed({ nearness: 3, body: [{ ...mark, zone: 'nowhere' }] }),
    noticed({ nearness: 3, body: [{ ...mark, side: 'x' }] }),
    noticed({ nearness: 3, body: [{ ...mark, mark: 'y' }] }),
    noticed({ nearness: 3, senses: { weight: [1] } }),
    noticed({}),
    noticed({ words: [], body: [], senses: {} }),
  ].map((data, n) => ({ id: id(n), data }))
  const plan = { kind: 'check_in', local_time: '20:30', weekdays: [1, 7], time_zone: 'UTC' }
  const reminders = [
    plan,
    { ...plan, kind: 'nonsense' },
    { ...plan, local_time: '99:99' },
    { ...plan, weekdays: [9] },
  ].map((data, n) => ({ id: id(n), data }))
  const signal = { ...mark, word: 'angry', confirmed_at: moment.occurred_at }
  const rows = [
    { id: id(0), kind: 'signal', data: signal },
    { id: id(1), kind: 'signal', data: { ...signal, zone: 'nowhere' } },
    { id: id(2), kind: 'own', data: { text: 'after the first coffee', list: 'anchors' } },
  ]
  const content = { check_ins, reminders, private: rows }
  const incoming = await read(JSON.stringify({ format: 'thaw', version: 1, content }))
  const [glad, open] = check_ins
  expect(incoming.records.map(({ data }) => data)).toEqual([glad?.data, open?.data, plan])
  expect(incoming.privates).toEqual([rows[0], rows[2]])
  expect(incoming.misread.map(({ at, why }) => [at, why])).toEqual([
    ...check_ins.slice(2).map(() => ['check_ins', 'shape']),
    ...reminders.slice(1).map(() => ['reminders', 'shape']),
    ['private', 'shape'],
  ])
})

test('a wall time in a gap moves forward by the gap, in a repeated hour it is the first pass', () => {
  const at = (day: number, hour: number, month: number) =>
    instantOf({ year: 2026, month, day, hour, minute: 30 }, 'Europe/Berlin')
  expect(at(29, 2, 3)).toBe('2026-03-29T01:30:00Z')
  expect(at(25, 2, 10)).toBe('2026-10-25T00:30:00Z')
  expect(at(25, 3, 10)).toBe('2026-10-25T02:30:00Z')
})
