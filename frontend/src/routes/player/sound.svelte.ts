import { noteHiddenSound } from '../../lib/actions/noteHiddenSound.ts'
import { setSound } from '../../lib/actions/setSound.ts'
import type { Plan } from '../../lib/audio/sounding.ts'
import { Speaker } from '../../lib/audio/speaker.ts'
import type { SoundChoice } from '../../lib/db/meta-types.ts'
import { cuesOf } from '../../lib/player/cues.ts'
import { wholeOf } from '../../lib/player/timeline.ts'
import type { Wishes } from '../../lib/state/player.ts'
import type { Session } from './session.svelte.ts'

const SECOND = 1000
/** The sound is put right when it is off by more; less than this nobody hears. */
const OFF_SECONDS = 0.4
/** Hidden for less than this says nothing about a phone. */
const HIDDEN_SECONDS = 5
const TASTE_SECONDS = 6

interface Clocks {
  wall: number
  sound: number
}

/** What is heard beside the steps: chosen once, begun by a gesture, held to the wall clock. */
export class Sound {
  readonly #session: Session
  readonly #speaker = new Speaker(() => {
    this.#open = this.#speaker.open
  })
  #choice = $state.raw<SoundChoice>({ tones: false, background: null })
  #open = $state(false)
  #hidden = $state<Wishes['soundHidden']>()
  /** When what sounds was begun, and when the screen went off. */
  #clocks: Partial<Record<'since' | 'away', Clocks | undefined>> = {}

  constructor(session: Session, { sound, soundHidden }: Wishes) {
    this.#session = session
    this.#choice = sound
    this.#hidden = soundHidden
  }

  get choice(): SoundChoice {
    return this.#choice
  }

  /** What is known of this phone with its screen off. */
  get hidden(): Wishes['soundHidden'] {
    return this.#hidden
  }

  get wanted(): boolean {
    return this.#choice.tones || this.#choice.background !== null
  }

  /** Wanted, but not to be heard before a tap: after a reload, or after a call. */
  get waiting(): boolean {
    return this.wanted && !this.#open
  }

  /** In answer to a gesture, like `wake`. */
  choose(choice: SoundChoice): void {
    this.#choice = choice
    setSound(choice).catch(() => undefined)
    this.#speaker.hush()
    this.#opened().then(
      () => {
        this.#taste()
      },
      () => undefined,
    )
  }

  wake(): void {
    this.#opened().catch(() => undefined)
  }

  /** To be called in an effect: begins anew with each turn of the session and each choice. */
  follow(): void {
    const { running, course, score } = this.#session
    if (course.since !== null && running && this.wanted && this.#open) {
      const elapsed = this.#session.elapsed(Date.now())
      const lead = this.#speaker.lead * SECOND
      this.#play({
        ...this.#choice,
        cues: cuesOf(score, elapsed + lead),
        seconds: (wholeOf(score) - elapsed - lead) / SECOND,
      })
    } else this.#hush()
  }

  /** The steps are over: what ends by itself has its last bell, all else fades at once. */
  end(): void {
    this.#learn()
    if (this.#session.moment.finished) this.#speaker.letRing()
    else this.#hush()
    this.#clocks.since = undefined
  }

  /** To be called now and then: puts right what has slipped behind the steps. */
  check(): void {
    const { since, away } = this.#clocks
    const slipped = since && Math.abs(this.#lost(since)) > OFF_SECONDS
    if (slipped && !away && this.#open) this.follow()
  }

  away(): void {
    const { since } = this.#clocks
    this.#clocks = { since, away: since && this.#now() }
  }

  back(): void {
    this.#learn()
    this.check()
  }

  close(): void {
    this.#speaker.close()
  }

  /** Whether it went on while nobody looked: found out, not guessed, and said next time. */
  #learn(): void {
    const { since, away } = this.#clocks
    this.#clocks = { since }
    if (!away) return
    const gone = this.#now().wall - away.wall
    if (gone < HIDDEN_SECONDS) return
    this.#hidden = this.#lost(away) > gone / 2 ? 'silent' : 'plays'
    noteHiddenSound(this.#hidden).catch(() => undefined)
  }

  #now(): Clocks {
    return { wall: Date.now() / SECOND, sound: this.#speaker.clock }
  }

  /** Seconds in which the sound stood still. */
  #lost({ wall, sound }: Clocks): number {
    const now = this.#now()
    return now.wall - wall - (now.sound - sound)
  }

  #play(plan: Plan): void {
    this.#clocks.since = this.#now()
    this.#speaker.play(plan)
  }

  #hush(): void {
    this.#clocks.since = undefined
    this.#speaker.hush()
  }

  async #opened(): Promise<void> {
    if (this.wanted) await this.#speaker.wake()
  }

  /** What was just chosen, for a moment; while the steps run it is heard anyway. */
  #taste(): void {
    if (this.#session.running || !this.wanted) return
    const bell = { kind: 'bell', at: 0.2 } as const
    this.#speaker.play({ ...this.#choice, cues: [bell], seconds: TASTE_SECONDS })
    this.#speaker.letRing()
  }
}
