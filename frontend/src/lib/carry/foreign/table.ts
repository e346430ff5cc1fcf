import Papa from 'papaparse'
import { Unreadable } from '../unreadable.ts'

export type TableRow = Record<string, string>

export interface Table {
  names: string[]
  rows: TableRow[]
}

/** Comma, semicolon or tab, as it comes; a row's fields by the name of the column. */
export function tableOf(text: string): Table {
  const { data, meta, errors } = Papa.parse<TableRow>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) => name.trim(),
  })
  // Such a file was cut off in the middle of a note.
  if (errors.some(({ code }) => code === 'MissingQuotes')) throw new Unreadable('damaged')
  return { names: meta.fields ?? [], rows: data }
}

/** The row as one reads it, for the report. */
export function lineOf(row: TableRow): string {
  return Object.entries(row)
    .filter(([name, value]) => name !== '__parsed_extra' && value)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ')
}
