import { phone } from '../db/database.ts'
import { live } from '../db/live.ts'
import { getSetting } from '../db/settings.ts'
import { remember, TEXT, THEME } from '../keys.ts'

export const TEXT_SIZES = ['usual', 'larger', 'largest'] as const
export type TextSize = (typeof TEXT_SIZES)[number]

/** The size of the words, on this phone alone: another screen is read from another distance. */
class Look {
  #text = $state((document.documentElement.dataset['text'] ?? 'usual') as TextSize)

  get text(): TextSize {
    return this.#text
  }

  set text(size: TextSize) {
    this.#text = size
    remember(TEXT, size)
  }
}

export const look = new Look()

/** A theme chosen on another phone is followed here. */
export function followTheme(): void {
  live(['settings'], () => getSetting('theme'), phone).subscribe((theme) => {
    if (theme && theme !== document.documentElement.dataset['theme']) remember(THEME, theme)
  })
}
