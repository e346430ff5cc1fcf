import { phone } from '../lib/db/database.ts'
import { getMeta } from '../lib/db/meta.ts'
import { practicesBetween } from '../lib/db/practices.ts'
import { getSetting } from '../lib/db/settings.ts'
import type { ReminderData } from '../lib/db/types.ts'
import { hushedUntil, isQuiet, USUAL_QUIET, wallTime } from '../lib/quiet.ts'
import type { Payload } from './payload.ts'

/**
 * Whether this phone knows that a reminder no longer holds, which the server could not know when it was sent: it was
 * on its way already, or the phone had no network. It is shown all the same, since browsers ask for that, but quietly.
 */
export async function isOver(payload: Payload, now: Date): Promise<boolean> {
  const { reminder, day } = payload
  // A trial is asked for: it always holds.
  if (reminder === undefined || day === undefined) return false
  const row = await phone.read(['reminders'], (tx) => tx.objectStore('reminders').get(reminder))
  const data = row?.data as ReminderData | undefined
  const reasons = [
    async () => (await getMeta(phone, 'not_today')) === day,
    () => row?.deleted === true || isOff(data, day),
    () => isQuietNow(now),
    () => isDone(data, payload, now),
  ]
  for (const holds of reasons) if (await holds()) return true
  return false
}

/** One that is not on this phone has perhaps not come down yet. */
function isOff(reminder: ReminderData | undefined, day: string): boolean {
  const { enabled, paused_until = '' } = reminder ?? {}
  return enabled === false || day < paused_until
}

async function isQuietNow(now: Date): Promise<boolean> {
  return hushedUntil(await getSetting('quiet_until'), now) !== undefined || (await isQuietHour(now))
}

/** Where none were chosen, the usual quiet hours hold, as they do at the server. */
export async function isQuietHour(when: Date): Promise<boolean> {
  return isQuiet((await getSetting('quiet_hours')) ?? USUAL_QUIET, wallTime(when))
}

/** Today's check-in, or the very exercise that the reminder leads to; others of its kind only the server knows. */
async function isDone(
  reminder: ReminderData | undefined,
  { navigate }: Payload,
  now: Date,
): Promise<boolean> {
  const morning = new Date(now.getFullYear(), now.getMonth(), now.getDate())
  const night = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1)
  if (reminder?.kind === 'check_in') return checkedIn(morning, night)
  const exercise = /^\/practise\/([a-z0-9-]+)/.exec(navigate)?.[1]
  const practices = await practicesBetween(morning, night)
  return practices.some(({ data }) => data.exercise === exercise)
}

async function checkedIn(from: Date, to: Date): Promise<boolean> {
  const range = IDBKeyRange.bound(from.toISOString(), to.toISOString(), false, true)
  const rows = await phone.read(['check_ins'], (tx) =>
    tx.objectStore('check_ins').index('live').getAll(range),
  )
  return rows.some(({ data }) => data['kind'] === 'check_in')
}
