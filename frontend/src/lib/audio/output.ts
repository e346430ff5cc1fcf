/** No sample is ever louder: a quarter of what the phone could do at its present volume (-12 dB). */
export const LIMIT = 0.25
export const FADE_SECONDS = 0.3
const THRESHOLD_DB = -20
const RATIO = 12

export interface Output {
  input: AudioNode
  /** Fade away from `at` on. */
  close: (at: number) => void
}

/**
 * What every sound goes through: a fade in and, after `seconds`, out; a door that fades shut at any time; a limiter;
 * and behind it a ceiling that holds even what is too quick for the limiter.
 */
export function output(context: BaseAudioContext, at: number, seconds: number): Output {
  const [fade, door] = [context.createGain(), context.createGain()]
  fade.gain.setValueAtTime(0, at)
  ramp(fade.gain, at, 1)
  ramp(fade.gain, Math.max(at + FADE_SECONDS, at + seconds - FADE_SECONDS), 0)
  fade.connect(door)
  chain(door, limiter(context), context.destination)
  return {
    input: fade,
    close: (when) => {
      ramp(door.gain, when, 0)
    },
  }
}

/** From what it is to `value` in the time of one fade. */
function ramp(gain: AudioParam, at: number, value: number): void {
  gain.setValueAtTime(1 - value, at)
  gain.linearRampToValueAtTime(value, at + FADE_SECONDS)
}

function limiter(context: BaseAudioContext): AudioNode[] {
  const compressor = context.createDynamicsCompressor()
  compressor.threshold.value = THRESHOLD_DB
  compressor.ratio.value = RATIO
  compressor.knee.value = 0
  compressor.attack.value = 0.003
  compressor.release.value = 0.25
  const level = context.createGain()
  level.gain.value = 1 / (makeUp() * LIMIT)
  const ceiling = context.createWaveShaper()
  ceiling.curve = new Float32Array([-LIMIT, 0, LIMIT])
  return [compressor, level, ceiling]
}

/** By how much the compressor makes all louder, by the specification's own formula; it is taken back. */
function makeUp(): number {
  const loudest = 10 ** ((THRESHOLD_DB - THRESHOLD_DB / RATIO) / 20)
  return (1 / loudest) ** 0.6
}

function chain(first: AudioNode, middle: AudioNode[], last: AudioNode): void {
  ;[...middle, last].reduce((from, to) => from.connect(to), first)
}
