import { still, stretchesOf, type Pace } from './breath.ts'

/** The cosine of `eased`, as the browser draws it: at no time more than a hundredth off. */
export const EASED = 'cubic-bezier(0.364, 0, 0.636, 1)'
/** Further off than this the picture is put right. */
const OFF_MS = 60

export interface SwellFrame {
  /** 0 … 1 of one breath. */
  offset: number
  openness: number
  /** How it goes on from here to the next. */
  easing: string
}

/** One breath as key frames: the compositor moves between them by itself, however busy the page is. */
export function framesOf(pace: Pace): SwellFrame[] {
  const stretches = stretchesOf(pace)
  const whole = stretches.reduce((total, { length }) => total + length, 0)
  const frames = stretches.map(({ phase, start, from }) => ({
    offset: start / whole,
    openness: from,
    easing: still(phase) ? 'linear' : EASED,
  }))
  return [...frames, { offset: 1, openness: 0, easing: 'linear' }]
}

/** Put the animation of an endless breath at `at` milliseconds of its step, and let it run or stand. */
export function follow(animation: Animation, length: number, at: number, running: boolean): void {
  if (!running) {
    animation.pause()
    animation.currentTime = at
    return
  }
  const off = Math.abs(Number(animation.currentTime) - at) % length
  if (Math.min(off, length - off) > OFF_MS) animation.currentTime = at
  if (animation.playState !== 'running') animation.play()
}
