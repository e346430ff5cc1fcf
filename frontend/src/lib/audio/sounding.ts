import type { Cue } from '../player/cues.ts'
import { BUILDS, type Background } from './backgrounds.ts'
import { FADE_SECONDS, output } from './output.ts'
import type { Playing } from './sources.ts'
import { tones } from './tones.ts'
import { swellsOf } from './waves.ts'

/** What is to be heard from now on. */
export interface Plan {
  /** All that comes; waves follow its breath whether or not it is heard. */
  cues: readonly Cue[]
  /** Whether the cues themselves are heard. */
  tones: boolean
  background: Background | null
  /** After so long all is over. */
  seconds: number
}

/** How long the last bell may ring on. */
const RING_SECONDS = 4

/** Build the whole of it into any audio context, to begin at `at` on its clock; returns what ends it with a fade. */
export function sounding(
  context: BaseAudioContext,
  plan: Plan,
  at: number,
): (when: number) => void {
  const { input, close } = output(context, at, plan.seconds + RING_SECONDS)
  const playing: Playing[] = [
    ...(plan.tones ? tones(context, input, plan.cues, at) : []),
    ...(plan.background ? background(context, input, plan, at, plan.background) : []),
  ]
  const end = at + plan.seconds + RING_SECONDS
  for (const source of playing) source.stop(end)
  return (when) => {
    close(when)
    for (const source of playing) source.stop(when + FADE_SECONDS)
  }
}

/** The background is gone when the practice is; only the last bell rings on. */
function background(
  context: BaseAudioContext,
  input: AudioNode,
  { cues, seconds }: Plan,
  at: number,
  name: Background,
): Playing[] {
  const room = context.createGain()
  const end = at + Math.max(seconds, FADE_SECONDS)
  room.gain.setValueAtTime(1, end - FADE_SECONDS)
  room.gain.linearRampToValueAtTime(0, end)
  room.connect(input)
  return BUILDS[name](context, room, at, swellsOf(cues, seconds))
}
