/** The list with the item added at its end, or without it where it was. */
export function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item]
}

/** The most words or tags a record may hold, as the contract has it. */
export const MOST = 20
