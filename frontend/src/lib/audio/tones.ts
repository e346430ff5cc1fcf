import type { Cue } from '../player/cues.ts'
import { stroke } from './samples.ts'
import { strike, volume, type Playing } from './sources.ts'

/** The breath in rises from the first to the second, the breath out falls back. */
const [LOW_HZ, HIGH_HZ] = [180, 260]
/** -24 dB and less. */
const GLIDE_LEVEL = 0.06
const TICK_LEVEL = 0.045
const BELL_LEVEL = 0.16
const TICK_HZ = 620
const TICK_SECONDS = 0.09
const EDGE_SECONDS = 0.3
const BELL_SECONDS = 4
/** The speaker of a phone has little below 300 Hz: two overtones let it be heard there too. */
const OVERTONES = [0, 1, 0.4, 0.16]

type Glide = Extract<Cue, { kind: 'glide' }>

/** All cues from `at` on, written down ahead on the audio clock: a tab whose timers sleep stays in time. */
export function tones(
  context: BaseAudioContext,
  input: AudioNode,
  cues: readonly Cue[],
  at: number,
): Playing[] {
  const glides = cues.filter((cue) => cue.kind === 'glide')
  const ticks = cues.filter(({ kind }) => kind === 'tick').map((cue) => at + cue.at)
  const bells = cues.filter(({ kind }) => kind === 'bell').map((cue) => at + cue.at)
  return [
    ...(glides.length ? [glideVoice(context, input, glides, at)] : []),
    ...(ticks.length ? [tickVoice(context, input, ticks, at)] : []),
    ...(bells.length ? bellVoice(context, input, bells) : []),
  ]
}

function pitchOf(openness: number): number {
  return LOW_HZ * (HIGH_HZ / LOW_HZ) ** openness
}

function glideVoice(
  context: BaseAudioContext,
  input: AudioNode,
  glides: readonly Glide[],
  at: number,
): Playing {
  const { oscillator, gain } = voice(context, input, at)
  const silent = new Float32Array(OVERTONES.length)
  oscillator.setPeriodicWave(context.createPeriodicWave(silent, new Float32Array(OVERTONES)))
  for (const glide of glides) {
    const [start, end] = [at + glide.at, at + glide.at + glide.seconds]
    oscillator.frequency.setValueAtTime(pitchOf(glide.from), start)
    oscillator.frequency.exponentialRampToValueAtTime(pitchOf(glide.to), end)
    swell(gain, start, end, Math.min(EDGE_SECONDS, glide.seconds / 2), GLIDE_LEVEL)
  }
  return oscillator
}

function tickVoice(
  context: BaseAudioContext,
  input: AudioNode,
  ticks: readonly number[],
  at: number,
): Playing {
  const { oscillator, gain } = voice(context, input, at)
  oscillator.frequency.value = TICK_HZ
  for (const start of ticks) swell(gain, start, start + TICK_SECONDS, 0.03, TICK_LEVEL)
  return oscillator
}

function bellVoice(
  context: BaseAudioContext,
  input: AudioNode,
  bells: readonly number[],
): Playing[] {
  const soft = volume(context, input, BELL_LEVEL)
  const samples = stroke(context.sampleRate, BELL_SECONDS, 392)
  return strike(context, soft, samples, bells)
}

function voice(context: BaseAudioContext, input: AudioNode, at: number) {
  const [oscillator, silent] = [context.createOscillator(), volume(context, input, 0)]
  oscillator.connect(silent)
  oscillator.start(at)
  return { oscillator, gain: silent.gain }
}

/** Up in `edge` seconds, on, and down again: no sound has a corner. */
function swell(gain: AudioParam, start: number, end: number, edge: number, level: number): void {
  gain.setValueAtTime(0, start)
  gain.linearRampToValueAtTime(level, start + edge)
  gain.setValueAtTime(level, end - edge)
  gain.linearRampToValueAtTime(0, end)
}
