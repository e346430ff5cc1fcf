import type { CollectionName, RecordData, RecordError, SetAside } from '../../lib/db/types.ts'
import { clockAt, clockOf, momentOf } from '../../lib/i18n/dates.ts'
import { enCheckIns } from '../../lib/i18n/en-check-ins.ts'
import { enReminders } from '../../lib/i18n/en-reminders.ts'
import { enUnsynced as t } from '../../lib/i18n/en-unsynced.ts'

/** A damaged line may hold anything. */
const CLOCK = /^\d\d:\d\d/

interface Change {
  collection: CollectionName
  deleted: boolean
  data: RecordData
}

/** 'A check-in, today 14:05' */
export function nameOf({ collection, deleted, ...change }: Change, now: Date): string {
  // A damaged line may have none.
  const data = (change.data as RecordData | undefined) ?? {}
  const kind = kindOf(collection, data)
  const what = deleted ? t.deletion(kind) : kind
  const when = whenOf(data, now)
  return when ? t.at(what, when) : what
}

function kindOf(collection: CollectionName, { kind }: RecordData): string {
  if (collection === 'check_ins' && kind === 'glimmer') return enCheckIns.glimmer
  if (collection === 'check_ins' && kind === 'foggy_span') return enCheckIns.foggy
  return enReminders.settings.collections[collection]
}

function whenOf(data: RecordData, now: Date): string {
  const at = data['occurred_at'] ?? data['started_at']
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return clockIn(data['local_time'])
  const when = new Date(at)
  const isToday = when.toDateString() === now.toDateString()
  return isToday ? t.today(clockOf(when)) : momentOf(when)
}

function clockIn(time: unknown): string {
  return typeof time === 'string' && CLOCK.test(time) ? clockAt(time) : ''
}

/** Why the server said no, each reason once, in words. */
export function reasonsOf(errors: RecordError[]): string[] {
  const reasons = errors.map(({ code, attr }) => {
    if (code === 'refused') return t.reasons.refused
    return attr ? t.reasons.part(attr.replaceAll('_', ' ')) : t.reasons.none
  })
  return reasons.length > 0 ? [...new Set(reasons)] : [t.reasons.none]
}

/** What the server itself says, where that tells more. */
export function detailsOf(errors: RecordError[]): string[] {
  return errors.filter(({ code }) => code !== 'refused').map(({ detail }) => detail)
}

/** What letting it go means on this phone. */
export function partingOf({ before, deleted }: Pick<SetAside, 'before' | 'deleted'>): string {
  if (deleted) return t.letGoDelete
  return before ? t.letGoEdit : t.letGoNew
}
