import { sentenceOf } from '../../lib/errors.ts'
import { forgetPlace } from '../../lib/actions/forgetPlace.ts'
import { savePractice } from '../../lib/actions/savePractice.ts'
import type { Exercise } from '../../lib/content/catalogue.ts'
import type { PlayerPlace } from '../../lib/db/meta-types.ts'
import type { PracticeData } from '../../lib/db/types.ts'
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
import type { Pace } from '../../lib/player/breath.ts'
import { paceWith, type Pattern } from '../../lib/player/pattern.ts'
import { scoreOf } from '../../lib/player/score.ts'
import {
  momentAt,
  startOf,
  stepAt,
  untilChange,
  wholeOf,
  type Moment,
  type Score,
} from '../../lib/player/timeline.ts'

type Stage = 'before' | PlayerPlace['stage']
export type Nearness = Pick<PracticeData, 'nearness_before' | 'absence_before'>

/** One practice from 'Start' to the last answer, kept on the phone at each turn. */
export class Session {
  readonly exercise: Exercise
  readonly #dose: number
  #id: string
  #score = $state.raw<Score>({ steps: [] })
  #stage = $state<Stage>('before')
  #course = $state.raw<Course>({ position: 0, practised: 0, since: null })
  #moment = $state.raw<Moment>()
  #practice = $state.raw<PracticeData | undefined>()
  #problem = $state<string | undefined>()
  #kept = $state(false)
  #writing: Promise<void> = Promise.resolve()

  /** `breath` is the person's own, where they have one. */
  constructor(exercise: Exercise, dose: number, place: PlayerPlace | undefined, breath?: Pattern) {
    this.exercise = exercise
    this.#dose = dose
    this.#score = this.#scored(exercise.pace && paceWith(exercise.pace, breath))
    this.#id = place?.id ?? crypto.randomUUID()
    if (place) this.#goOn(place)
    this.#look(Date.now())
  }

  get score(): Score {
    return this.#score
  }

  /** What the exercise is made or written with, in the pane's place. */
  get tool(): Exercise['tool'] {
    return this.exercise.tool
  }

  /** The sentence above what is written. */
  get prompt(): string | undefined {
    return this.exercise.prompt
  }

  get stage(): Stage {
    return this.#stage
  }

  get running(): boolean {
    return this.#stage === 'steps' && this.#course.since !== null
  }

  /** New with each turn: a start, a pause, another step. */
  get course(): Course {
    return this.#course
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
      exercise: this.exercise.slug,
      started_at: instant(now),
      ...before,
    })
  }

  /** Look at the clock; finishes when the time is over. Answers the milliseconds until there is something new. */
  tick(now: number): number {
    this.#look(now)
    if (this.moment.finished) this.#end('finished', 'after')
    return untilChange(this.score, this.elapsed(now))
  }

  /** Milliseconds from the start of the first step. */
  elapsed(now: number): number {
    return reached(this.#course, now).position
  }

  /** Breathe at another pace, from the beginning of the step that is on. */
  breathe(pace: Pace): void {
    const step = stepAt(this.score, this.elapsed(Date.now()))
    this.#score = this.#scored(pace)
    if (this.#stage === 'steps') this.goTo(step)
    else this.#look(Date.now())
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

  /** At any time. Before the first step nothing has begun, and there is nothing to keep. */
  tooMuch(): void {
    if (this.#stage === 'before') this.#stage = 'room'
    else if (this.#stage === 'steps') this.#end('too_much', 'room')
    else if (this.#stage === 'after') this.#wasTooMuch()
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
    const { seconds, ended_at } = ending(this.#course, wholeOf(this.score), now)
    this.#course = paused(this.#course, now)
    this.#stage = stage
    this.#note({ ...this.#practice, ended_by, seconds, ended_at })
  }

  /** It had ended by itself; that it was too much is only felt now. */
  #wasTooMuch(): void {
    this.#stage = 'room'
    this.answer({ ended_by: 'too_much' })
  }

  #scored(pace: Pace | undefined): Score {
    return scoreOf(this.exercise.doses[this.#dose]?.steps ?? [], pace)
  }

  #look(now: number): void {
    this.#moment = momentAt(this.score, this.elapsed(now))
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
      this.#problem = sentenceOf(error)
    }
  }

  #place(practice: PracticeData, stage: PlayerPlace['stage']): PlayerPlace {
    return {
      id: this.#id,
      exercise: this.exercise.slug,
      dose: this.#dose,
      stage,
      course: this.#course,
      practice,
      kept_at: instant(Date.now()),
    }
  }
}
