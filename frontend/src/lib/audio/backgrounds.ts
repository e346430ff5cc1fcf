import { brown, drops, stroke, white } from './samples.ts'
import { filter, loop, sway, volume, type Playing } from './sources.ts'
import { waves, type Swell } from './waves.ts'

export const BACKGROUNDS = ['rain', 'waves', 'wind', 'bowl', 'brown'] as const
export type Background = (typeof BACKGROUNDS)[number]

/** Seconds of noise before it comes again: longer than one would hear as a rhythm. */
const NOISE_SECONDS = 9
const DROPS_SECONDS = 7
const BOWL_SECONDS = 16

type Build = (
  context: BaseAudioContext,
  input: AudioNode,
  at: number,
  swells: readonly Swell[],
) => Playing[]

/** Each adds its sound to `input` from `at` on. Their levels are alike to the ear, some 30 dB below full. */
export const BUILDS: Record<Background, Build> = { rain, waves, wind, bowl, brown: low }

function rain(context: BaseAudioContext, input: AudioNode, at: number): Playing[] {
  const soft = filter(context, volume(context, input, 0.055), 'lowpass', 8000)
  const hiss = filter(context, soft, 'highpass', 1000)
  const { sampleRate } = context
  return [
    loop(context, hiss, white(sampleRate, NOISE_SECONDS), at),
    loop(context, volume(context, input, 0.09), drops(sampleRate, DROPS_SECONDS), at),
  ]
}

function wind(context: BaseAudioContext, input: AudioNode, at: number): Playing[] {
  const gusts = volume(context, input, 0.22)
  const tone = filter(context, gusts, 'bandpass', 600)
  return [
    loop(context, tone, brown(context.sampleRate, NOISE_SECONDS), at),
    sway(context, tone.frequency, 0.07, 300, at),
    sway(context, gusts.gain, 0.11, 0.1, at),
  ]
}

function bowl(context: BaseAudioContext, input: AudioNode, at: number): Playing[] {
  const samples = stroke(context.sampleRate, BOWL_SECONDS)
  return [loop(context, volume(context, input, 0.18), samples, at)]
}

function low(context: BaseAudioContext, input: AudioNode, at: number): Playing[] {
  const soft = filter(context, volume(context, input, 0.11), 'lowpass', 500)
  return [loop(context, soft, brown(context.sampleRate, NOISE_SECONDS), at)]
}
