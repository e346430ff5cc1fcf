export type Cell = string | number | undefined

/** What a spreadsheet would take for a formula and carry out. */
const FORMULA = /^[=+\-@\t\r]/

/** One line of a table (RFC 4180). A text that begins like a formula gets an apostrophe before it; a number is one. */
export function lineOf(cells: Cell[]): string {
  return `${cells.map(quoted).join(',')}\r\n`
}

function quoted(cell: Cell): string {
  if (typeof cell !== 'string') return cell === undefined ? '' : String(cell)
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
