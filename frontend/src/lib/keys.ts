/** Local storage holds only what has to be known before the first paint. */
export const THEME = 'thaw-theme'
export const TEXT = 'thaw-text'
export const WELCOMED = 'thaw-welcomed'

/** Keep it for the next start, and let the early script show it now. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Storage is closed to us: it holds for nothing, and nothing depends on it.
  }
  dispatchEvent(new Event('thaw-look'))
}

/** As on a new phone. */
export function forgetAll(): void {
  try {
    for (const key of [THEME, TEXT, WELCOMED]) localStorage.removeItem(key)
  } catch {
    // Nothing was ever kept.
  }
  dispatchEvent(new Event('thaw-look'))
}
