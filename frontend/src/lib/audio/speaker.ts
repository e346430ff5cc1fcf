import { FADE_SECONDS } from './output.ts'
import { silence } from './silence.ts'
import { sounding, type Plan } from './sounding.ts'

const AHEAD_SECONDS = 0.05

export function canSound(): boolean {
  return 'AudioContext' in globalThis
}

/** The phone's speaker: opened only in answer to a gesture, and closed by the phone whenever it likes (a call). */
export class Speaker {
  readonly #onchange: () => void
  #context: AudioContext | undefined
  #silence: HTMLAudioElement | undefined
  #end: ((when: number) => void) | undefined

  constructor(onchange: () => void) {
    this.#onchange = onchange
  }

  get open(): boolean {
    return this.#context?.state === 'running'
  }

  /** Seconds, by the clock that sounds are written to: it stands still while the phone keeps the sound down. */
  get clock(): number {
    return this.#context?.currentTime ?? 0
  }

  /** So many seconds before it is heard must a sound be begun. */
  get lead(): number {
    return AHEAD_SECONDS + (this.#context?.outputLatency ?? 0)
  }

  /** To be called while a tap or a key is being answered; resolves when it is open, which may be never. */
  async wake(): Promise<void> {
    if (!canSound()) return
    this.#context ??= this.#made()
    this.#silence ??= silence()
    // Refused where it is not needed, and without it all sounds the same as long as the screen is on.
    this.#silence.play().catch(() => undefined)
    await this.#context.resume()
  }

  /** Fade out what sounds and begin this. */
  play(plan: Plan): void {
    if (!this.#context) return
    this.hush()
    const { currentTime } = this.#context
    this.#end = sounding(this.#context, plan, currentTime + AHEAD_SECONDS)
  }

  /** The last of it rings on by itself; the lock screen is free. */
  letRing(): void {
    this.#silence?.pause()
  }

  hush(): void {
    if (!this.#context || !this.#end) return
    this.#end(this.#context.currentTime)
    this.#end = undefined
    this.#silence?.pause()
  }

  /** For good, once the fade is over. */
  close(): void {
    const context = this.#context
    this.hush()
    this.#context = undefined
    if (this.#silence) URL.revokeObjectURL(this.#silence.src)
    audioSession('auto')
    if (context) setTimeout(() => void context.close(), FADE_SECONDS * 1000)
  }

  #made(): AudioContext {
    audioSession('playback')
    const context = new AudioContext({ latencyHint: 'playback' })
    context.addEventListener('statechange', this.#onchange)
    return context
  }
}

/** iOS goes on playing with the screen off, and past the silent switch, only where a page says that it plays. */
function audioSession(type: 'auto' | 'playback'): void {
  const { audioSession: session } = navigator as { audioSession?: { type: string } }
  if (session) session.type = type
}
