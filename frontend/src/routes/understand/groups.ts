import type { UnderstandingCard } from '../../lib/content/understanding.ts'

type Group = UnderstandingCard['group']

/** The cards' own order, gathered by group. */
export function byGroup(cards: UnderstandingCard[]): [Group, UnderstandingCard[]][] {
  const groups = new Map<Group, UnderstandingCard[]>()
  for (const card of cards) groups.set(card.group, [...(groups.get(card.group) ?? []), card])
  return [...groups]
}

interface Neighbours {
  previous: UnderstandingCard | undefined
  next: UnderstandingCard | undefined
}

/** Those beside it in its own group; the first has none before it, the last none after. */
export function neighbours(cards: UnderstandingCard[], card: UnderstandingCard): Neighbours {
  const group = cards.filter((other) => other.group === card.group)
  const at = group.findIndex((other) => other.slug === card.slug)
  return { previous: group[at - 1], next: group[at + 1] }
}
