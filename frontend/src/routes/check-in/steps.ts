import type { CheckInData } from '../../lib/db/types.ts'

/** What a check-in may go on with after its first answer, in this order. Each can be left out. */
export const STEPS = [
  'world',
  'energy',
  'words',
  'body',
  'around',
  'experiences',
  'habits',
  'note',
] as const
export type Step = (typeof STEPS)[number]

export function stepFrom(text: string | undefined): Step | undefined {
  return STEPS.find((step) => step === text)
}

export function after(step: Step): Step | undefined {
  return STEPS[STEPS.indexOf(step) + 1]
}

export function before(step: Step): Step | undefined {
  return STEPS[STEPS.indexOf(step) - 1]
}

const FIELDS: Record<Exclude<Step, 'note'>, (keyof CheckInData)[]> = {
  world: ['world_nearness'],
  energy: ['energy'],
  words: ['senses', 'words'],
  body: ['body'],
  around: ['around'],
  experiences: ['experiences'],
  habits: ['habits'],
}

/** Whether anything was answered there; the note is not part of the record. */
export function answered(step: Step, data: CheckInData, note: string): boolean {
  if (step === 'note') return note !== ''
  return FIELDS[step].some((field) => data[field] !== undefined)
}
