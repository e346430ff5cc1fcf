import { readRows } from '../../lib/actions/readRows.ts'
import { exercises } from '../../lib/content/catalogue.ts'
import { enCarry } from '../../lib/i18n/en-carry.ts'
import { spelled } from '../spelled.svelte.ts'
import { checkInTable, practiceTable } from './tables.ts'

/** 'thaw-2026-11-24.json' */
export function wholeFile(content: Blob, locked: boolean): File {
  const type = locked ? 'application/octet-stream' : 'application/json'
  return new File([content], `thaw-${today()}.${locked ? 'age' : 'json'}`, { type })
}

export async function tableFiles(): Promise<File[]> {
  const rows = await readRows()
  const titles = new Map((await exercises()).map(({ slug, title }) => [slug, title]))
  const { check_ins, practices } = enCarry.take.tables
  return [
    tableFile(check_ins, await checkInTable(rows, spelled.of)),
    tableFile(practices, await practiceTable(rows, (slug) => titles.get(slug) ?? slug)),
  ]
}

function tableFile(name: string, content: Blob): File {
  return new File([content], `thaw-${name}-${today()}.csv`, { type: 'text/csv' })
}

/** By the phone's calendar. */
function today(): string {
  const when = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  return [when.getFullYear(), two(when.getMonth() + 1), two(when.getDate())].join('-')
}
