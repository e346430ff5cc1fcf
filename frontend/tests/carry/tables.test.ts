import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { lineOf } from '../../src/lib/carry/csv.ts'
import { checkInTable, practiceTable } from '../../src/routes/export/tables.ts'
import { noted } from '../support/noted.ts'

const labelOf = (word: string) => word

async function cells(file: Blob): Promise<string[][]> {
  return Papa.parse<string[]>((await file.text()).replace(/^\uFEFF/, ''), { skipEmptyLines: true })
    .data
}

test('any text comes back as it was, with quotes, commas and lines in it; a formula is none', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', '=', '-', ' ', '\t') }),
        { minLength: 2, maxLength: 4 },
      ),
      (texts) => {
        const [row] = Papa.parse<string[]>(lineOf(texts), { newline: '\r\n', delimiter: ',' }).data
        const apostrophe = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
        expect(row).toEqual(texts.map(apostrophe))
      },
    ),
  )
})

test.each(['=1+1', '+49 30', '-2', '@sum', '\tx', '\rx'])('%j is safe in a spreadsheet', (text) => {
  expect(lineOf([text]).replace('"', '').startsWith("'")).toBe(true)
})

test('an absence is its word and never 0, what was left out is empty, and a number stays a number', async () => {
  const rows = {
    checkIns: [
      noted({ absence: 'behind_glass', occurred_at: '2026-11-20T19:30:00Z' }),
      noted({ nearness: 0, pleasantness: -0.5, energy: 0, occurred_at: '2026-11-21T19:30:00Z' }),
    ],
    practices: [],
    notes: new Map<string, string>(),
  }
  rows.notes.set(rows.checkIns[1]?.id ?? '', '=cmd "quoted",\nand more')
  const [head, first, second] = await cells(await checkInTable(rows, labelOf))
  expect(head).toHaveLength(14)
  expect(first?.slice(0, 8)).toEqual([
    '2026-11-20 20:30',
    '',
    'Europe/Berlin',
    'A check-in',
    'Behind glass',
    '',
    '',
    '',
  ])
  expect(second?.slice(4, 8)).toEqual(['0', '', '-0.5', '0'])
  expect(second?.at(-1)).toBe('\'=cmd "quoted",\nand more')
})

test('a practice by its name, with an absence as its word on either side', async () => {
  const data = {
    exercise: 'box-breath',
    started_at: '2026-11-20T19:30:00Z',
    seconds: 90,
    ended_by: 'left' as const,
    absence_before: 'nothing' as const,
    nearness_after: 3,
    thaw: 'unnamed' as const,
  }
  const rows = {
    checkIns: [],
    practices: [{ id: 'x', data, revision: null }],
    notes: new Map<string, string>(),
  }
  const [, row] = await cells(await practiceTable(rows, () => 'Box breath'))
  expect(row?.slice(1)).toEqual([
    'Box breath',
    '1.5',
    'left earlier',
    'Nothing',
    '3',
    'something without a name',
  ])
})
