import type { CheckInData, ReminderData } from '../lib/db/types.ts'
import { en as t } from '../lib/i18n/en.ts'
import { enPractise } from '../lib/i18n/en-practise.ts'
import { enCheckIns } from '../lib/i18n/en-check-ins.ts'

/** What a check-in said, in a few words. */
export function saidIn({ kind, nearness, absence }: CheckInData): string {
  if (absence) return t.absences[absence]
  if (nearness !== undefined) return t.nearness.spoken(nearness)
  if (kind === 'glimmer') return enCheckIns.glimmer
  return kind === 'foggy_span' ? enCheckIns.foggy : enCheckIns.noted
}

/** The name of what a reminder is for. */
export function kindName(kind: ReminderData['kind']): string {
  return kind === 'check_in' ? enCheckIns.noted : enPractise.kinds[kind]
}
