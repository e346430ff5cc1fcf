import type { IconName } from '../lib/ui/icons.ts'

const ICONS: Record<string, IconName> = {
  breathwork: 'wind',
  movement: 'person-standing',
  grounding: 'footprints',
  mindfulness: 'eye',
}

export function kindIcon(kind: string): IconName {
  return ICONS[kind] ?? 'sparkle'
}
