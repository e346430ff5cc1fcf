import { phone } from '../db/database.ts'
import { metaIn } from '../db/meta.ts'
import { kept } from './commit.ts'

/** Put a name at the end of a list that lies on this phone alone, or take it out. Throws NotSaved. */
export async function mark(
  list: 'favourites' | 'sounds_like_me',
  slug: string,
  on: boolean,
): Promise<void> {
  await kept(() =>
    phone.write(['meta'], async (tx) => {
      const others = ((await metaIn(tx, list)) ?? []).filter((other) => other !== slug)
      await tx.objectStore('meta').put(on ? [...others, slug] : others, list)
    }),
  )
}
