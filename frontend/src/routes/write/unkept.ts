import type { Entry } from '../../lib/db/private-types'
import { Keeper } from './keeper.svelte'

/** Pages that could not be kept yet, for whoever comes back to them. */
export const unkept = new Map<string, Keeper>()

/** The one of this page that could not be kept yet, or a new one. */
export function keeperOf(entry: Entry): Keeper {
  return unkept.get(entry.id) ?? new Keeper(entry)
}

/** For a blank page, unless one that could not be kept yet is still here. */
export function nextKeeper(): Keeper {
  return [...unkept.values()].at(-1) ?? new Keeper()
}
