import { forgetPlace } from '../../lib/actions/forgetPlace.ts'
import { savePractice } from '../../lib/actions/savePractice.ts'
import type { Exercise } from '../../lib/content/catalogue.ts'
import type { PlayerPlace, PracticeData } from '../../lib/db/types.ts'
import {
  begun,
  ending,
  instant,
  moved,
  paused,
  reached,
  resumed,
  type Course,
} from '../../lib/player/course.ts'
import { momentAt, startOf, type Moment, type Score } from '../../lib/player/timeline.ts'

type Stage = 'before' | PlayerPlace['stage']
export type Nearness = Pick<PracticeData, 'nearness_before' | 'absence_before'>

/** One practice from 'Start' to the last answer, kept on the phone at each turn. */
export class Session {
  readonly score: Score
  readonly #exercise: string
  readonly #dose: number
  readonly #length: number
  #id: string
  #stage = $state<Stage>('before')
  #course = $state.raw<Course>({ position: 0, practised: 0, since: null })
  #moment = $state.raw<Moment>()
  #practice = $state.raw<PracticeData | undefined>()
  #problem = $state<string | undefined>()
  #kept = $state(false)
  #writing: Promise<void> = Promise.resolve()

  constructor(exercise: Exercise, dose: number, place: PlayerPlace | undefined) {
    this.score = { steps: exercise.doses[dose]?.steps ?? [], pace: exercise.pace }
    this.#length = startOf(this.score, this.score.steps.length)
    this.#exercise = exercise.slug
    this.#dose = dose
    this.#id = place?.id ?? crypto.randomUUID()
    if (place) this.#goOn(place)
    this.#look(Date.now())
  }

  get stage(): Stage {
    return this.#stage
  }

  get running(): boolean {
    return this.#stage === 'steps' && this.#course.since !== null
  }

  get moment(): Moment {
    return this.#moment ?? momentAt(this.score, 0)
  }

  get practice(): PracticeData | undefined {
    return this.#practice
  }

  /** A sentence for the person when the last write failed; the practice goes on all the same. */
  get problem(): string | undefined {
    return this.#problem
  }

  /** True once what was last answered lies on the phone. */
  get kept(): boolean {
    return this.#kept
  }

  begin(before: Nearness): void {
    const now = Date.now()
    this.#course = begun(now)
    this.#stage = 'steps'
    this.#note({
      exercise: this.#exercise,
      started_at: instant(now),
      ...before,
    })
  }

  /** To be called often while it runs; finishes when the time is over. */
  tick(now: number): void {
    this.#look(now)
    if (this.moment.finished) this.#end('finished', 'after')
  }

  pause(): void {
    this.#turn(paused(this.#course, Date.now()))
  }

  resume(): void {
    this.#turn(resumed(this.#course, Date.now()))
  }

  /** To the start of a step; after the last one it is finished. */
  goTo(step: number): void {
    if (step >= this.score.steps.length) this.#end('finished', 'after')
    else this.#turn(moved(this.#course, startOf(this.score, Math.max(0, step)), Date.now()))
  }

  tooMuch(): void {
    this.#end('too_much', 'room')
  }

  async leave(): Promise<void> {
    this.#end('left', 'after')
    await this.close()
  }

  answer(changes: Partial<PracticeData>): void {
    if (this.#practice) this.#note({ ...this.#practice, ...changes })
  }

  async keep(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write())
    await this.#writing
  }

  /** Going elsewhere in the app: the steps wait for a while, all else is over. */
  async close(): Promise<void> {
    if (this.#stage === 'steps') this.pause()
    await this.#writing
    if (this.#stage !== 'steps') await forgetPlace().catch(() => undefined)
  }

  #goOn({ stage, course, practice }: PlayerPlace): void {
    this.#stage = stage
    this.#course = course
    this.#practice = practice
    this.#kept = true // the place is written together with the practice
  }

  #turn(course: Course): void {
    if (this.#stage !== 'steps') return
    this.#course = course
    this.#look(Date.now())
    void this.keep()
  }

  #end(ended_by: NonNullable<PracticeData['ended_by']>, stage: 'room' | 'after'): void {
    if (this.#stage !== 'steps' || !this.#practice) return
    const now = Date.now()
    const { seconds, ended_at } = ending(this.#course, this.#length, now)
    this.#course = paused(this.#course, now)
    this.#stage = stage
    this.#note({ ...this.#practice, ended_by, seconds, ended_at })
  }

  #look(now: number): void {
    this.#moment = momentAt(this.score, reached(this.#course, now).position)
  }

  #note(practice: PracticeData): void {
    this.#practice = practice
    this.#kept = false
    void this.keep()
  }

  async #write(): Promise<void> {
    const { practice } = this
    if (!practice || this.#stage === 'before') return
    try {
      await savePractice(this.#id, practice, this.#place(practice, this.#stage))
      this.#kept = practice === this.#practice
      this.#problem = undefined
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error)
    }
  }

  #place(practice: PracticeData, stage: PlayerPlace['stage']): PlayerPlace {
    return {
      id: this.#id,
      exercise: this.#exercise,
      dose: this.#dose,
      stage,
      course: this.#course,
      practice,
      kept_at: instant(Date.now()),
    }
  }
}
