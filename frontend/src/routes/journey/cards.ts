import type { UnderstandingCard } from '../../lib/content/understanding.ts'
import type { CheckInData } from '../../lib/db/types.ts'
import { neighbours } from '../understand/groups.ts'

/**
 * The card of Understand to read next: one that speaks of what was noted of late, else the one after the last that was
 * marked, else the first that is not marked. The one for an emergency has a place of its own.
 */
export function nextCard(
  cards: readonly UnderstandingCard[],
  marks: readonly string[],
  checkIns: readonly CheckInData[],
): UnderstandingCard | undefined {
  const open = cards.filter(({ group, slug }) => group !== 'emergency' && !marks.includes(slug))
  const said = checkIns.flatMap(({ experiences = [] }) => experiences as string[])
  const last = cards.find(({ slug }) => slug === marks.at(-1))
  const after = last && neighbours([...cards], last).next
  return (
    open.find(({ experience }) => experience !== undefined && said.includes(experience)) ??
    open.find(({ slug }) => slug === after?.slug) ??
    open[0]
  )
}
