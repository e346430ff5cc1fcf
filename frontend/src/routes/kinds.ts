import type { IconName } from '../lib/ui/icons.ts'

const ICONS: Record<string, IconName> = {
  acknowledge: 'hand-heart',
  breathwork: 'wind',
  movement: 'person-standing',
  grounding: 'footprints',
  mindfulness: 'eye',
  writing: 'feather',
  others: 'users-round',
  creativity: 'palette',
  understanding: 'book-open',
}

export function kindIcon(kind: string): IconName {
  return ICONS[kind] ?? 'sparkle'
}
