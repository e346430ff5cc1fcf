/** What sounds until it is stopped. */
export type Playing = Pick<AudioScheduledSourceNode, 'stop'>

/** Play the samples over and over. */
export function loop(
  context: BaseAudioContext,
  input: AudioNode,
  samples: Float32Array<ArrayBuffer>,
  at: number,
): Playing {
  return source(context, input, recorded(context, samples), at, true)
}

/** Play the samples once at each of these times. */
export function strike(
  context: BaseAudioContext,
  input: AudioNode,
  samples: Float32Array<ArrayBuffer>,
  times: readonly number[],
): Playing[] {
  const buffer = recorded(context, samples)
  return times.map((at) => source(context, input, buffer, at, false))
}

function recorded(context: BaseAudioContext, samples: Float32Array<ArrayBuffer>): AudioBuffer {
  const buffer = context.createBuffer(1, samples.length, context.sampleRate)
  buffer.copyToChannel(samples, 0)
  return buffer
}

function source(
  context: BaseAudioContext,
  input: AudioNode,
  buffer: AudioBuffer,
  at: number,
  again: boolean,
): AudioBufferSourceNode {
  const node = context.createBufferSource()
  node.buffer = buffer
  node.loop = again
  node.connect(input)
  node.start(at)
  return node
}

export function filter(
  context: BaseAudioContext,
  input: AudioNode,
  type: BiquadFilterType,
  hz: number,
): BiquadFilterNode {
  const node = context.createBiquadFilter()
  node.type = type
  node.frequency.value = hz
  node.Q.value = 0.5
  node.connect(input)
  return node
}

export function volume(context: BaseAudioContext, input: AudioNode, level: number): GainNode {
  const node = context.createGain()
  node.gain.value = level
  node.connect(input)
  return node
}

/** Move a parameter slowly up and down by `depth` around what it is. */
export function sway(
  context: BaseAudioContext,
  param: AudioParam,
  hz: number,
  depth: number,
  at: number,
): OscillatorNode {
  const slow = context.createOscillator()
  slow.frequency.value = hz
  const by = context.createGain()
  by.gain.value = depth
  slow.connect(by).connect(param)
  slow.start(at)
  return slow
}
