import type { Settings } from '../db/types.ts'
import { THEME, remember } from '../keys.ts'
import { setSetting } from './setSetting.ts'

/** Seen at once; kept for every phone. */
export async function setTheme(theme: Settings['theme']): Promise<void> {
  remember(THEME, theme)
  await setSetting('theme', theme)
}
