import { phone } from './database.ts'
import type { SettingKey, Settings } from './types.ts'

/** The name-based UUIDs of 'thaw:settings:<key>': the same on every phone. */
export const SETTING_IDS: Record<SettingKey, string> = {
  quiet_hours: 'dd7ecc0f-6e3a-5f89-a8f5-fe6e4ccf8f98',
  daily_cap: '2cab2299-3d5e-5027-8fbb-54fff5713e03',
  quiet_until: 'c32a685d-fff7-557f-b61c-b634e5694f9d',
  country: '90f9f6d2-b0ee-5080-b243-aab1ddfd8472',
  theme: 'ce53a593-ff15-51fe-a773-01c18017af23',
}

/** undefined: the person has not chosen. */
export async function getSetting<K extends SettingKey>(key: K): Promise<Settings[K] | undefined> {
  return phone.read(['settings'], async (tx) => {
    const row = await tx.objectStore('settings').get(SETTING_IDS[key])
    return row && !row.deleted ? (row.data['value'] as Settings[K]) : undefined
  })
}
