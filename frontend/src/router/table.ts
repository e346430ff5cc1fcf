import type { Component } from 'svelte'

/** What an address names: `id` of a record, or `slug` of an exercise or a card. */
export type Params = Record<string, string>

/** Some screens take `{ params }`, others no props at all; this is the type of all of them. */
export type Screen = Component<never, object>
type Load = (() => Promise<{ default: Screen }>) | undefined

const ID = '(?<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})'
const SLUG = '(?<slug>[a-z0-9]+(?:-[a-z0-9]+)*)'
const STEP = '(?<step>world|energy|words|body|around|experiences|habits|note)'
const DAY = '(?<day>[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))'

/**
 * The app's own addresses; the server keeps the same list, and a golden file holds both to it. Today has nothing
 * to load: it comes with the start.
 */
const table: [path: string, load: Load, alone?: 'alone'][] = [
  ['/', undefined],
  ['/check-ins', () => import('../routes/check-ins/CheckIns.svelte')],
  ['/check-ins/new', () => import('../routes/check-in/Earlier.svelte')],
  [`/check-ins/${ID}`, () => import('../routes/check-in/CheckIn.svelte')],
  [`/check-ins/${ID}/belongs`, () => import('../routes/check-in/Belongs.svelte')],
  [`/check-ins/${ID}/${STEP}`, () => import('../routes/check-in/Step.svelte'), 'alone'],
  ['/signals', () => import('../routes/signals/Signals.svelte')],
  ['/journey', () => import('../routes/journey/Journey.svelte')],
  ['/glimmer', () => import('../routes/glimmer/Glimmer.svelte')],
  ['/practise', () => import('../routes/practise/Practise.svelte')],
  [`/practise/${SLUG}`, () => import('../routes/exercise/Exercise.svelte')],
  [`/practise/${SLUG}/go`, () => import('../routes/player/Player.svelte')],
  ['/write', () => import('../routes/write/Write.svelte')],
  [`/write/${ID}`, () => import('../routes/write/Entry.svelte')],
  ['/made', () => import('../routes/make/Made.svelte')],
  [`/made/${ID}`, () => import('../routes/make/One.svelte')],
  ['/patterns', () => import('../routes/patterns/Patterns.svelte')],
  [`/patterns/${DAY}`, () => import('../routes/patterns/Day.svelte')],
  ['/support', () => import('../routes/support/Support.svelte')],
  ['/understand', () => import('../routes/understand/Understand.svelte')],
  [`/understand/${SLUG}`, () => import('../routes/understand/Page.svelte')],
  ['/reminders', () => import('../routes/reminders/Reminders.svelte')],
  ['/reminders/new', () => import('../routes/reminder/Reminder.svelte')],
  ['/reminders/reach', () => import('../routes/reachable/Reachable.svelte')],
  [`/reminders/${ID}`, () => import('../routes/reminder/Reminder.svelte')],
  ['/settings', () => import('../routes/settings/Settings.svelte')],
  ['/export', () => import('../routes/export/Export.svelte')],
  ['/import', () => import('../routes/import/Import.svelte')],
  ['/unsynced', () => import('../routes/unsynced/Unsynced.svelte')],
  ['/account', () => import('../routes/account/Account.svelte')],
  ['/sign-in', () => import('../routes/sign-in/SignIn.svelte')],
  ['/privacy', () => import('../routes/privacy/Privacy.svelte')],
  ['/licences', () => import('../routes/licences/Licences.svelte')],
  ['/help', () => import('../routes/help/Help.svelte')],
]

const routes = table.map(([path, load, alone]) => ({
  pattern: new RegExp(`^${path}$`),
  load,
  alone: alone !== undefined,
}))

export interface Match {
  load: Load
  params: Params
  /** One question at a time: without the bar, which leads elsewhere. */
  alone: boolean
}

export function match(path: string): Match | undefined {
  for (const { pattern, load, alone } of routes) {
    const found = pattern.exec(path)
    if (found) return { load, params: { ...found.groups }, alone }
  }
  return undefined
}
