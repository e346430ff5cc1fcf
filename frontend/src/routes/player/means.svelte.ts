import { setAwake } from '../../lib/actions/setAwake.ts'
import { setBreath } from '../../lib/actions/setBreath.ts'
import { setVibration } from '../../lib/actions/setVibration.ts'
import type { Pace } from '../../lib/player/breath.ts'
import { paceWith, patternOf, type Pattern } from '../../lib/player/pattern.ts'
import type { Wishes } from '../../lib/state/player.ts'
import type { Session } from './session.svelte.ts'

/** What goes along with the steps, as the person wants it. It holds at once, whether or not the phone can keep it. */
export class Means {
  readonly #session: Session
  #vibrates = $state(false)
  #awake = $state(true)
  #pace = $state.raw<Pace | undefined>()

  constructor(session: Session, { vibrates, awake, breath }: Wishes) {
    const { pace } = session.exercise
    this.#session = session
    this.#vibrates = vibrates
    this.#awake = awake
    this.#pace = pace && paceWith(pace, breath)
  }

  get vibrates(): boolean {
    return this.#vibrates
  }

  get awake(): boolean {
    return this.#awake
  }

  /** One breath, with phases of no length too; undefined where the exercise has none. */
  get pace(): Pace | undefined {
    return this.#pace
  }

  /** The breath that the exercise itself says. */
  get own(): Pace {
    return this.#session.exercise.pace ?? []
  }

  vibrate(on: boolean): void {
    this.#vibrates = on
    setVibration(on).catch(() => undefined)
  }

  stayAwake(on: boolean): void {
    this.#awake = on
    setAwake(on).catch(() => undefined)
  }

  /** Without a pattern it breathes as the exercise says. */
  breathe(pattern: Pattern | undefined): void {
    const { pace, slug } = this.#session.exercise
    if (!pace) return
    this.#pace = paceWith(pace, pattern)
    this.#session.breathe(this.#pace)
    setBreath(slug, pattern && patternOf(this.#pace)).catch(() => undefined)
  }
}
