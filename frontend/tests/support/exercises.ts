import fc from 'fast-check'
import type { Exercise } from '../../src/lib/content/catalogue.ts'
import { ENERGIES, NEEDS, PLACES } from '../../src/routes/practise/asked.ts'

const KINDS: Exercise['kind'][] = [
  'acknowledge',
  'breathwork',
  'movement',
  'grounding',
  'mindfulness',
  'writing',
  'others',
  'creativity',
  'understanding',
]
const steps = [{ text: 'You could look around.', seconds: 30 }]

/** Short, easy, for a flat day, and nothing else, unless it is said. */
export function exercise(slug: string, parts: Partial<Exercise> = {}): Exercise {
  return {
    slug,
    language: 'en',
    kind: 'grounding',
    order: 1,
    title: slug,
    summary: 'Half a minute.',
    why: 'Something small.',
    anchor: 'facts',
    inner_focus: false,
    energy: 'low',
    suits: ['flat'],
    posture: ['sitting'],
    place: [],
    doses: [{ seconds: 30, steps }],
    alternatives: [],
    cautions: [],
    evidence: { text: 'Little is known.', strength: 'little_studied', sources: [] },
    ...parts,
  }
}

export const doses = (...lengths: number[]) => lengths.map((seconds) => ({ seconds, steps }))

const anyExercise: fc.Arbitrary<Exercise> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    order: fc.integer({ min: 1, max: 5 }),
    inner_focus: fc.boolean(),
    energy: fc.constantFrom(...ENERGIES),
    suits: fc.subarray([...NEEDS], { minLength: 1 }),
    place: fc.subarray([...PLACES]),
    doses: fc.subarray([45, 60, 90, 180, 300, 900], { minLength: 1 }).map((some) => doses(...some)),
    gates: fc.subarray<NonNullable<Exercise['gates']>[number]>(['holds', 'strong_feelings']),
  })
  .map((parts) => exercise('', parts))

/** As many as there may be, each with a slug of its own. */
export const anyCatalogue: fc.Arbitrary<Exercise[]> = fc
  .array(anyExercise, { maxLength: 60, size: 'max' })
  .map((all) => all.map((one, index) => ({ ...one, slug: `exercise-${index}` })))
