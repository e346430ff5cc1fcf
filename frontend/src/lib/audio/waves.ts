import type { Cue } from '../player/cues.ts'
import { brown, seeded, white } from './samples.ts'
import { filter, loop, volume, type Playing } from './sources.ts'

const NOISE_SECONDS = 11
const [EBB, FLOOD] = [0.04, 0.2]
const [DULL_HZ, BRIGHT_HZ] = [350, 1400]

/** The sea comes up to `height` (0 … 1) until `at`, in seconds. */
export interface Swell {
  at: number
  height: number
}

/** Waves that come with the breath in and go with the breath out; where there is no breath, at their own pace. */
export function swellsOf(cues: readonly Cue[], seconds: number): Swell[] {
  const breath = cues.filter((cue) => cue.kind === 'glide')
  const followed = breath.flatMap((cue) => [
    { at: cue.at, height: cue.from },
    { at: cue.at + cue.seconds, height: cue.to },
  ])
  return [...followed, ...ownSwells(followed.at(-1)?.at ?? 0, seconds)]
}

/** Eight to twelve seconds each, and quicker up than down. */
function ownSwells(from: number, until: number): Swell[] {
  const random = seeded(3)
  const swells: Swell[] = []
  for (let at = from; at < until;) {
    const length = 8 + 4 * random()
    swells.push(
      { at: at + length * 0.4, height: 0.6 + 0.4 * random() },
      { at: at + length, height: 0 },
    )
    at += length
  }
  return swells
}

export function waves(
  context: BaseAudioContext,
  input: AudioNode,
  at: number,
  swells: readonly Swell[],
): Playing[] {
  const sea = volume(context, input, EBB)
  const tone = filter(context, sea, 'lowpass', DULL_HZ)
  const foam = volume(context, input, 0)
  sea.gain.setValueAtTime(EBB, at)
  tone.frequency.setValueAtTime(DULL_HZ, at)
  foam.gain.setValueAtTime(0, at)
  for (const { at: seconds, height } of swells) {
    sea.gain.linearRampToValueAtTime(EBB + (FLOOD - EBB) * height, at + seconds)
    tone.frequency.linearRampToValueAtTime(DULL_HZ + (BRIGHT_HZ - DULL_HZ) * height, at + seconds)
    foam.gain.linearRampToValueAtTime(0.012 * height, at + seconds)
  }
  const { sampleRate } = context
  return [
    loop(context, tone, brown(sampleRate, NOISE_SECONDS), at),
    loop(context, filter(context, foam, 'highpass', 2500), white(sampleRate, NOISE_SECONDS), at),
  ]
}
