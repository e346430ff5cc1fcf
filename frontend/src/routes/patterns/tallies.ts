import { counted } from './groups.ts'

/** A slug, or `own:<uuid>`, and in how many check-ins it was noted. */
export type Tally = [name: string, count: number]

/** Most often first; twice in one check-in is once. */
export function talliesOf(lists: (string[] | undefined)[]): Tally[] {
  return counted(lists.flatMap((list) => [...new Set(list)]))
}

/** 1 … 3, by thirds of the highest count: a size of text, and no more exact than that. */
export function sizeOf(count: number, highest: number): 1 | 2 | 3 {
  if (count * 3 > highest * 2) return 3
  return count * 3 > highest ? 2 : 1
}

/** How names are shown: as `known` says, else as the words of the slug. */
export function labelsOf(known: Map<string, string>): (name: string) => string {
  return (name) => known.get(name) ?? name.replaceAll(/[-_]/g, ' ')
}
