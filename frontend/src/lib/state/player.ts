import { phone } from '../db/database.ts'
import { getMeta, metaIn } from '../db/meta.ts'
import type { PlayerPlace, SoundChoice } from '../db/meta-types.ts'

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

export interface Wishes {
  vibrates: boolean
  awake: boolean
  sound: SoundChoice
  soundHidden: 'plays' | 'silent' | undefined
  breath: readonly number[] | undefined
  gatePassed: boolean
}

/** Nothing sounds or buzzes until it is switched on: what nobody asked for can startle. */
export const NO_WISHES: Wishes = {
  vibrates: false,
  awake: true,
  sound: { tones: false, background: null },
  soundHidden: undefined,
  breath: undefined,
  gatePassed: false,
}

/** How this person wants to practise this exercise on this phone. */
export async function wishesFor(exercise: string): Promise<Wishes> {
  return phone.read(['meta'], async (tx) => {
    const [breaths, passed] = [await metaIn(tx, 'breaths'), await metaIn(tx, 'gates_passed')]
    return {
      vibrates: (await metaIn(tx, 'vibration')) ?? NO_WISHES.vibrates,
      awake: (await metaIn(tx, 'awake')) ?? NO_WISHES.awake,
      sound: (await metaIn(tx, 'sound')) ?? NO_WISHES.sound,
      soundHidden: await metaIn(tx, 'sound_hidden'),
      breath: breaths?.[exercise],
      gatePassed: passed?.includes(exercise) === true,
    }
  })
}
