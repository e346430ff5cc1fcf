import type { CheckInData, SetAside } from '../../lib/db/types.ts'
import { enSteps } from '../../lib/i18n/en-steps.ts'
import { summary, type LabelOf } from '../check-in/summary.ts'
import { STEPS } from '../check-in/steps.ts'
import { saidIn } from '../words.ts'

type Change = Pick<SetAside, 'collection' | 'data'>

/** All that a change says, to copy: a check-in a line an answer, anything else as it lies there. */
export function saysOf({ collection, data }: Change, note: string, labelOf: LabelOf): string {
  try {
    if (collection === 'check_ins') return checkIn(data as CheckInData, note, labelOf)
  } catch {
    // Refused because it is damaged: then it can still be read as it is.
  }
  return JSON.stringify(data, null, 2)
}

function checkIn(data: CheckInData, note: string, labelOf: LabelOf): string {
  const lines = STEPS.flatMap((step) => {
    const said = summary(step, data, note, labelOf)
    return said ? [`${enSteps.names[step]}: ${said}`] : []
  })
  return [saidIn(data), ...lines].join('\n')
}
