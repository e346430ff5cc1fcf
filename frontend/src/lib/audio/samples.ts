/** Sounds as numbers from -1 to 1, made here; nothing is loaded. Whoever loops them hears no seam. */

const SEAM_SECONDS = 0.25
/** A bowl: partials over its lowest tone, each with how loud it is and how many seconds it is heard well. */
const PARTIALS: [ratio: number, loud: number, rings: number][] = [
  [1, 1, 6],
  [2, 0.5, 4.5],
  [2.76, 0.36, 3.2],
  [4.07, 0.2, 2],
  [5.4, 0.1, 1.2],
  [6.8, 0.05, 0.8],
]
/** Two tones this far apart beat slowly, as a bowl does. */
const BEAT_HZ = 0.3
const ATTACK_SECONDS = 0.02
const END_SECONDS = 1

/** The same row of numbers in 0 … 1 for the same seed, so that a sound can be tested. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export function white(rate: number, seconds: number): Float32Array<ArrayBuffer> {
  const random = seeded(1)
  return new Float32Array(Math.round(rate * seconds)).map(() => random() * 2 - 1)
}

/** White noise through a leaky integrator: each sample is close to the one before. */
export function brown(rate: number, seconds: number): Float32Array<ArrayBuffer> {
  let last = 0
  const walk = white(rate, seconds + SEAM_SECONDS).map((step) => {
    last = (last + 0.02 * step) / 1.02
    return last * 3.5
  })
  return seamless(walk, Math.round(rate * SEAM_SECONDS))
}

/** Drops on a window: short tones that are gone after some milliseconds, at random times and heights. */
export function drops(rate: number, seconds: number, perSecond = 24): Float32Array<ArrayBuffer> {
  const random = seeded(2)
  const samples = new Float32Array(Math.round(rate * seconds))
  const ring = Math.round(rate * 0.02)
  for (let drop = 0; drop < seconds * perSecond; drop++) {
    const start = Math.floor(random() * (samples.length - ring))
    const [turn, loud] = [(2 * Math.PI * (1800 + 3200 * random())) / rate, random() ** 3]
    const fades = rate * (0.002 + 0.003 * random())
    for (let at = 0; at < ring; at++)
      add(samples, start + at, loud * Math.sin(turn * at) * Math.exp(-at / fades))
  }
  return samples
}

/** One soft stroke of a bowl. */
export function stroke(rate: number, seconds: number, tone = 262): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.round(rate * seconds))
  const tones = PARTIALS.flatMap(([ratio, loud, rings]) =>
    [-BEAT_HZ / 2, BEAT_HZ / 2].map((off) => ({ hz: tone * ratio + off, loud: loud / 2, rings })),
  )
  for (const { hz, loud, rings } of tones) ring(samples, rate, hz, loud, rings)
  const [attack, end] = [rate * ATTACK_SECONDS, rate * END_SECONDS]
  return samples.map(
    (sample, at) => (sample / 2.2) * Math.min(1, at / attack, (samples.length - 1 - at) / end),
  )
}

/** Add a tone that is 24 dB softer after `rings` seconds; turning a point is cheaper than a sine each time. */
function ring(samples: Float32Array, rate: number, hz: number, loud: number, rings: number): void {
  const fade = (1 / 16) ** (1 / (rings * rate))
  const turn = (2 * Math.PI * hz) / rate
  const [cos, sin] = [fade * Math.cos(turn), fade * Math.sin(turn)]
  let [x, y] = [loud, 0]
  for (let at = 0; at < samples.length; at++) {
    add(samples, at, y)
    ;[x, y] = [x * cos - y * sin, x * sin + y * cos]
  }
}

/** The end faded into the beginning, so that a loop goes on where it was. */
function seamless(samples: Float32Array, seam: number): Float32Array<ArrayBuffer> {
  const length = samples.length - seam
  const loop = new Float32Array(samples.subarray(0, length))
  for (let at = 0; at < seam; at++) {
    const turn = (at / seam) * (Math.PI / 2)
    loop[at] = part(samples, at) * Math.sin(turn) + part(samples, length + at) * Math.cos(turn)
  }
  return loop
}

function add(samples: Float32Array, at: number, value: number): void {
  samples[at] = part(samples, at) + value
}

function part(samples: Float32Array, at: number): number {
  return samples[at] ?? 0
}
