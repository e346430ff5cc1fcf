import { phone } from '../db/database.ts'
import { getMeta } from '../db/meta.ts'
import type { PlayerPlace } from '../db/types.ts'

/** After this long a practice is over, however it ended. */
const FRESH_MS = 30 * 60_000

/** Where this very exercise and dose was left a moment ago. */
export async function placeIn(
  exercise: string,
  dose: number,
  now: Date,
): Promise<PlayerPlace | undefined> {
  const place = await getMeta(phone, 'player')
  if (place?.exercise !== exercise || place.dose !== dose) return undefined
  return now.getTime() - Date.parse(place.kept_at) < FRESH_MS ? place : undefined
}

/** Off until switched on: a buzz that nobody asked for can startle. */
export async function vibrationOn(): Promise<boolean> {
  return (await getMeta(phone, 'vibration')) ?? false
}
