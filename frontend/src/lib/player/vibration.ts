import type { Phase } from './breath.ts'

const CUES: Record<Phase | 'step', number[]> = {
  in: [60],
  top_up: [30],
  hold: [],
  out: [40, 80, 40],
  rest: [],
  step: [60],
}

/** The browser takes the call; whether there is a motor, it does not say. iOS and Firefox have no such call. */
export function canVibrate(): boolean {
  return 'vibrate' in navigator
}

export function cue(what: Phase | 'step'): void {
  if (canVibrate()) navigator.vibrate(CUES[what])
}
