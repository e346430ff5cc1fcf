import { mark } from './mark.ts'

/** Keep an exercise as one's own, or let it go again; on this phone alone. Throws NotSaved. */
export async function markFavourite(slug: string, on: boolean): Promise<void> {
  await mark('favourites', slug, on)
}
