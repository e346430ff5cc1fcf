import { VOICES, type Sound, type Voice } from './sounds.ts'

/** So many sound at once; one more lets the first of them fade. */
const MOST_AT_ONCE = 8
const FADE = 0.15
const SILENT = 0.0001
const NOISE_SECONDS = 2

interface Sounding {
  gain: GainNode
  sources: AudioScheduledSourceNode[]
}

/** Plays nothing, and opens nothing, until the first touch. */
export class Instrument {
  #context: AudioContext | undefined
  #out: AudioNode | undefined
  #noise: AudioBuffer | undefined
  #sounding: Sounding[] = []

  touch(sound: Sound): void {
    const context = (this.#context ??= new AudioContext())
    // A call or another app may have taken the sound away.
    void context.resume()
    this.#out ??= limited(context)
    while (this.#sounding.length >= MOST_AT_ONCE) this.#quieten(this.#sounding.shift())
    this.#sounding.push(this.#sound(context, this.#out, VOICES[sound]))
  }

  close(): void {
    void this.#context?.close()
    this.#context = undefined
    this.#out = undefined
    this.#sounding = []
  }

  #sound(context: AudioContext, out: AudioNode, voice: Voice): Sounding {
    const now = context.currentTime
    const end = now + voice.rise + voice.fall
    const gain = new GainNode(context, { gain: 0 })
    gain.gain.setValueAtTime(SILENT, now)
    gain.gain.linearRampToValueAtTime(voice.loud, now + voice.rise)
    gain.gain.exponentialRampToValueAtTime(SILENT, end)
    gain.connect(out)
    const sources = voice.noise
      ? [this.#rush(context, voice.noise, gain)]
      : voice.partials.map(({ hertz, share }) => hum(context, hertz, share, gain))
    for (const source of sources) {
      source.start(now)
      source.stop(end)
    }
    const sounding = { gain, sources }
    sources[0]?.addEventListener('ended', () => {
      this.#forget(sounding)
    })
    return sounding
  }

  #rush(context: AudioContext, { hertz, wide }: NonNullable<Voice['noise']>, to: AudioNode) {
    const buffer = (this.#noise ??= noise(context))
    const source = new AudioBufferSourceNode(context, { buffer, loop: true })
    const filter = new BiquadFilterNode(context, { type: 'bandpass', frequency: hertz, Q: wide })
    source.connect(filter).connect(to)
    return source
  }

  #quieten(sounding: Sounding | undefined): void {
    if (!sounding || !this.#context) return
    const now = this.#context.currentTime
    sounding.gain.gain.cancelScheduledValues(now)
    sounding.gain.gain.setTargetAtTime(0, now, FADE / 3)
    for (const source of sounding.sources) source.stop(now + FADE)
  }

  #forget(sounding: Sounding): void {
    sounding.gain.disconnect()
    this.#sounding = this.#sounding.filter((other) => other !== sounding)
  }
}

/** However many are touched at once, it never gets loud. */
function limited(context: AudioContext): AudioNode {
  const limiter = new DynamicsCompressorNode(context, {
    threshold: -14,
    knee: 6,
    ratio: 20,
    attack: 0.003,
    release: 0.25,
  })
  limiter.connect(new GainNode(context, { gain: 0.7 })).connect(context.destination)
  return limiter
}

function hum(context: AudioContext, frequency: number, share: number, to: AudioNode) {
  const source = new OscillatorNode(context, { type: 'sine', frequency })
  source.connect(new GainNode(context, { gain: share })).connect(to)
  return source
}

function noise(context: AudioContext): AudioBuffer {
  const length = context.sampleRate * NOISE_SECONDS
  const buffer = new AudioBuffer({ length, sampleRate: context.sampleRate })
  const samples = buffer.getChannelData(0)
  for (let index = 0; index < length; index += 1) samples[index] = Math.random() * 2 - 1
  return buffer
}
