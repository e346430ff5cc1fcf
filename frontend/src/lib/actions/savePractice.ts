import type { PlayerPlace } from '../db/meta-types.ts'
import type { PracticeData, Row } from '../db/types.ts'
import { commit, compact } from './commit.ts'

/**
 * Written when a practice begins and again with its ending and each answer, always whole: a phone that dies in the
 * middle has kept that it was begun, and its ending is absent rather than made up. `place` is where a reload goes on.
 */
export async function savePractice(
  id: string,
  practice: PracticeData,
  place?: PlayerPlace,
): Promise<Row<PracticeData>> {
  return commit({
    collection: 'practices',
    id,
    next: (current) => compact({ ...current, ...practice }),
    place,
  })
}
