import { lengthOf, type Pace } from './breath.ts'
import type { Score } from './timeline.ts'

const SECOND = 1000

/**
 * The steps of a dose, each as long as whole breaths, so that no breath is cut by the next step; never shorter in all
 * than the dose says. The last step has no breath and stays as it is, and so does a dose without a pace.
 */
export function scoreOf(steps: Score['steps'], pace: Pace | undefined): Score {
  const audible = pace?.filter(({ seconds }) => seconds > 0)
  if (!audible?.length) return { steps }
  return { steps: fitted(steps, lengthOf(audible) / SECOND), pace: audible }
}

function fitted(steps: Score['steps'], breath: number): Score['steps'] {
  let [asked, breaths] = [0, 0]
  return steps.map((step, index) => {
    if (index === steps.length - 1) return step
    asked += step.seconds
    const until = Math.max(breaths + 1, Math.ceil(asked / breath))
    const seconds = (until - breaths) * breath
    breaths = until
    return { ...step, seconds }
  })
}
