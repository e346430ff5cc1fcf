import type { Absence, CheckInData, PracticeData } from '../../src/lib/db/types.ts'
import type { Candidate } from '../../src/lib/suggest/candidate.ts'
import type { Dice } from './dice.ts'

const ABSENCES: Absence[] = ['nothing', 'cannot_tell', 'behind_glass', 'too_mixed']

/**
 * A person with hidden leanings: what each kind and each exercise does for them, which drifts and wears off, and differs
 * on bad and on unreal days. The spreads are not those that the code under test believes in, and the noise has heavy
 * tails. They answer often, not always; what they felt is known here alone.
 */
export class Person {
  readonly dice: Dice
  readonly #kinds = new Map<string, number>()
  readonly #own = new Map<string, number>()
  readonly #done = new Map<string, number>()
  readonly #usual: number
  readonly #unreality: number
  readonly #fragile: number
  readonly #talkative: number
  #days = 0
  #near = 4
  #unreal = false
  #world = 8

  constructor(dice: Dice) {
    this.dice = dice
    this.#usual = dice.whole(1, 6)
    this.#unreality = dice.one([0.03, 0.1, 0.4])
    this.#fragile = dice.one([0.02, 0.05, 0.2])
    this.#talkative = dice.one([0.3, 0.6, 0.95])
  }

  /** A new day: some are bad, on some nothing seems real. */
  wake(): void {
    const { dice } = this
    this.#days += 1
    const bad = dice.chance(0.15) ? -2 : 0
    this.#near = clamp(dice.normal(0.5 * this.#near + 0.5 * this.#usual + bad, 1.2))
    this.#unreal = dice.chance(this.#unreality)
    this.#world = this.#unreal ? dice.whole(0, 4) : dice.whole(4, 10)
    for (const [slug, effect] of this.#own) this.#own.set(slug, effect + dice.normal(0, 0.03))
  }

  /** What is said of it; unreality often stays unsaid. */
  checkIn(at: Date): CheckInData {
    const { dice } = this
    const glass = this.#unreal && dice.chance(0.3)
    const plane = { energy: dice.next() * 2 - 1, pleasantness: dice.next() * 2 - 1 }
    return {
      kind: dice.chance(0.95) ? 'check_in' : 'glimmer',
      occurred_at: at.toISOString(),
      time_zone: 'Europe/Berlin',
      ...this.#answer(this.#near),
      ...maybe(dice.chance(0.5), { world_nearness: this.#world }),
      ...maybe(glass, { experiences: ['behind_glass', 'autopilot'] }),
      ...maybe(dice.chance(0.1), { words: [dice.one(['overwhelmed', 'trapped', 'calm'])] }),
      ...maybe(dice.chance(0.3), plane),
    }
  }

  /** Do it; `helped` is the truth, whatever is answered. */
  practise(exercise: Candidate, at: Date): { practice: PracticeData; helped: boolean } {
    const { dice } = this
    const tooMuch = dice.chance(this.#danger(exercise))
    const felt = tooMuch ? -2 : this.#effect(exercise) + dice.normal(0, dice.chance(0.1) ? 3 : 1)
    const thaw = thawOf(felt, dice)
    const practice: PracticeData = {
      exercise: exercise.slug,
      started_at: at.toISOString(),
      ended_at: new Date(at.getTime() + 60_000).toISOString(),
      seconds: 60,
      ended_by: tooMuch ? 'too_much' : dice.one(['finished', 'finished', 'finished', 'left']),
      ...this.#pair(felt),
      ...maybe(!tooMuch && dice.chance(this.#talkative), { thaw }),
    }
    this.#done.set(exercise.slug, this.#days)
    return { practice, helped: thaw === 'more' || thaw === 'unnamed' }
  }

  #answer(near: number): { absence: Absence } | { nearness: number } {
    const { dice } = this
    return dice.chance(0.2)
      ? { absence: dice.one(ABSENCES) }
      : { nearness: clamp(dice.normal(near, 0.5)) }
  }

  #pair(felt: number): Partial<PracticeData> {
    const before: Partial<CheckInData> = this.#answer(this.#near)
    this.#near = clamp(this.#near + felt)
    const after: Partial<CheckInData> = this.#answer(this.#near)
    return maybe(this.dice.chance(this.#talkative), {
      ...maybe(before.nearness !== undefined, { nearness_before: before.nearness }),
      ...maybe(before.absence !== undefined, { absence_before: before.absence }),
      ...maybe(after.nearness !== undefined, { nearness_after: after.nearness }),
      ...maybe(after.absence !== undefined, { absence_after: after.absence }),
    })
  }

  #danger(exercise: Candidate): number {
    if (exercise.inner_focus === false) return 0.01
    return this.#fragile + (this.#unreal ? 0.25 : 0)
  }

  #effect({ slug, kind, inner_focus }: Candidate): number {
    const ofKind = recall(this.#kinds, kind, () => this.dice.normal(0.2, 0.6))
    const own = recall(this.#own, slug, () => this.dice.normal(0, 0.8))
    const worn = (this.#done.get(slug) ?? -9) > this.#days - 2 ? 0.4 : 0
    return ofKind + own - worn - (this.#unreal && inner_focus !== false ? 1.5 : 0)
  }
}

function recall(known: Map<string, number>, name: string, draw: () => number): number {
  const value = known.get(name) ?? draw()
  known.set(name, value)
  return value
}

function thawOf(felt: number, dice: Dice): NonNullable<PracticeData['thaw']> {
  if (felt > 0.2 && dice.chance(0.15)) return 'unnamed'
  if (felt > 0.7) return 'more'
  return felt < -0.7 ? 'less' : 'same'
}

function maybe<T extends object>(is: boolean, fields: T): T | Record<string, never> {
  return is ? fields : {}
}

function clamp(nearness: number): number {
  return Math.max(0, Math.min(10, Math.round(nearness)))
}
