import type { Exercise } from '../../lib/content/catalogue.ts'
import type { Frost } from '../../lib/ui/frost.ts'

export interface Answer {
  nearness?: number | undefined
  absence?: Frost | undefined
}

export interface Step {
  exercise: Exercise
  because: 'grounding' | 'breathwork'
}

const FAR = 2
const DAY_MS = 86_400_000

function isFar({ nearness, absence }: Answer): boolean {
  return absence !== undefined || (nearness !== undefined && nearness <= FAR)
}

/** One small step: something to hold on to when feelings are far, else breath or movement, another each day. */
export function pickStep(shelf: Exercise[], answer: Answer, now: Date): Step | undefined {
  const far = isFar(answer)
  const kinds = far ? ['grounding'] : ['breathwork', 'movement']
  const suited = shelf.filter(({ kind }) => kinds.includes(kind))
  const exercise = suited[Math.floor(now.getTime() / DAY_MS) % suited.length]
  return exercise && { exercise, because: far ? 'grounding' : 'breathwork' }
}
