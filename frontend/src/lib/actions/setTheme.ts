import type { Settings } from '../db/types.ts'
import { THEME, remember } from '../keys.ts'
import { setSetting } from './setSetting.ts'

/** Kept for every phone; seen once it is. */
export async function setTheme(theme: Settings['theme']): Promise<void> {
  await setSetting('theme', theme)
  remember(THEME, theme)
}
