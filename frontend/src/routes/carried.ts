import { enCarry as t } from '../lib/i18n/en-carry.ts'
import type { Inventory } from '../lib/carry/inventory.ts'

/** '212 check-ins', '3 pages', …, what there is most of all first in the order of the words. */
export function countedIn(inventory: Inventory): string[] {
  const known = Object.keys(t.counted).filter((kind) => (inventory[kind] ?? 0) > 0)
  const counts = known.map((kind) => t.counted[kind]?.(inventory[kind] ?? 0) ?? '')
  const others = Object.entries(inventory).filter(([kind]) => !(kind in t.counted))
  const rest = others.reduce((sum, [, n]) => sum + n, 0)
  return rest > 0 ? [...counts, t.others(rest)] : counts
}

const KB = 1024
const MB = 1024 * KB

export function sizeOf(bytes: number): string {
  if (bytes < MB) return t.take.kb(Math.max(1, Math.round(bytes / KB)))
  return t.take.mb((bytes / MB).toFixed(1))
}
