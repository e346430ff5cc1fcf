import type { SettingKey, Settings } from '../db/types.ts'
import { SETTING_IDS } from '../db/settings.ts'
import { commit } from './commit.ts'

/** Keep one preference; undefined takes it back to what it is for everyone. */
export async function setSetting<K extends SettingKey>(
  key: K,
  value: Settings[K] | undefined,
): Promise<void> {
  await commit({
    collection: 'settings',
    id: SETTING_IDS[key],
    next: () => (value === undefined ? null : { key, value }),
  })
}
