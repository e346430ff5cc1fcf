import { mark } from './mark.ts'

/** Mark a card of Understand, or take the mark back; on this phone alone. Throws NotSaved. */
export async function markSoundsLikeMe(slug: string, on: boolean): Promise<void> {
  await mark('sounds_like_me', slug, on)
}
