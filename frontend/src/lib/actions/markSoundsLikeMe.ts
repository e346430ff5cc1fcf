import { phone } from '../db/database.ts'
import { metaIn } from '../db/meta.ts'
import { kept } from './commit.ts'

/** Mark a card of Understand, or take the mark back; on this phone alone. Throws NotSaved. */
export async function markSoundsLikeMe(slug: string, on: boolean): Promise<void> {
  await kept(() =>
    phone.write(['meta'], async (tx) => {
      const others = ((await metaIn(tx, 'sounds_like_me')) ?? []).filter((other) => other !== slug)
      await tx.objectStore('meta').put(on ? [...others, slug] : others, 'sounds_like_me')
    }),
  )
}
