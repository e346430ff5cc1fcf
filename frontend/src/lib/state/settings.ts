import type { Readable } from 'svelte/store'
import { live } from '../db/live.ts'
import { getSetting } from '../db/settings.ts'
import type { SettingKey, Settings } from '../db/types.ts'

/** Live queries for the screens. undefined: not read yet; null: there is none. */

export function setting<K extends SettingKey>(key: K): Readable<Settings[K] | null | undefined> {
  return live(['settings'], async () => (await getSetting(key)) ?? null)
}
