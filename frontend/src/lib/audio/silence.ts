const RATE = 8000
/** Browsers show nothing on the lock screen for what is shorter than five seconds. */
const SECONDS = 10
const HEADER_BYTES = 44

/**
 * A recording of nothing, played beside the sounds that are made here: for a browser only an audio element is something
 * that goes on with the screen off and can be paused from there.
 */
export function silence(): HTMLAudioElement {
  const audio = new Audio(URL.createObjectURL(new Blob([wav()], { type: 'audio/wav' })))
  audio.loop = true
  return audio
}

/** One channel of eight bits, where 128 is silence. */
function wav(): Uint8Array<ArrayBuffer> {
  const size = RATE * SECONDS
  const bytes = new Uint8Array(HEADER_BYTES + size).fill(128)
  const view = new DataView(bytes.buffer)
  const word = (at: number, text: string) => {
    bytes.set(new TextEncoder().encode(text), at)
  }
  word(0, 'RIFF')
  view.setUint32(4, HEADER_BYTES - 8 + size, true)
  word(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, RATE, true)
  view.setUint32(28, RATE, true)
  view.setUint16(32, 1, true)
  view.setUint16(34, 8, true)
  word(36, 'data')
  view.setUint32(40, size, true)
  return bytes
}
