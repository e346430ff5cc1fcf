import type { Candidate } from '../../src/lib/suggest/candidate.ts'
import type { Dice } from './dice.ts'

/** How often an exercise of the kind turns inward. */
const INWARD = {
  grounding: 0.05,
  breathwork: 0.9,
  movement: 0.1,
  mindfulness: 0.6,
  acknowledge: 0.6,
  writing: 0.6,
  creativity: 0.1,
  others: 0.1,
  understanding: 0,
}
const OF_EACH = 6
const NEEDS = ['unreal', 'flat', 'too_much', 'cannot_sleep', 'with_someone']
const GATES = ['holds', 'eyes_closed', 'strong_feelings', 'not_yet_known']
const LENGTHS = [30, 60, 180, 300, 900]
const STEADY: Candidate = {
  slug: 'longer-out-breath',
  kind: 'breathwork',
  inner_focus: true,
  energy: 'low',
  suits: ['flat', 'too_much'],
  doses: dosesOf([30, 90, 300]),
}

/** A catalogue of all kinds, with gates and held breaths, and some that this build does not know. */
export function shelfOf(dice: Dice): Candidate[] {
  const kinds = Object.entries(INWARD)
  const known = kinds.flatMap(([kind, inward]) =>
    Array.from({ length: OF_EACH }, (_, n) => exerciseOf(dice, `${kind}-${n}`, kind, inward)),
  )
  const other = exerciseOf(dice, 'sleep-0', 'sleep', 0.5)
  const bare = ['grounding', 'breathwork', 'dreams'].map((kind) => ({
    slug: `bare-${kind}`,
    kind,
    doses: dosesOf([60]),
  }))
  return [STEADY, ...known, other, ...bare, { slug: 'empty', kind: 'grounding', doses: [] }]
}

function exerciseOf(dice: Dice, slug: string, kind: string, inward: number): Candidate {
  return {
    slug,
    kind,
    inner_focus: dice.chance(inward),
    energy: dice.one(['low', 'low', 'medium', 'high']),
    suits: dice.some(NEEDS, 0.4),
    posture: dice.chance(0.1) ? ['walking'] : ['sitting', 'standing'],
    place: dice.some(['in_bed', 'in_public', 'outdoors'], 0.5),
    ...(dice.chance(0.15) && { gates: [dice.one(GATES)] }),
    ...(kind === 'breathwork' && { pace: [{ phase: dice.one(['in', 'in', 'hold']) }] }),
    evidence: { strength: dice.one(['some_trials', 'mixed', 'early', 'little_studied', 'new']) },
    doses: dosesOf(LENGTHS.slice(0, dice.whole(1, 4))),
  }
}

function dosesOf(lengths: readonly number[]): Candidate['doses'] {
  return lengths.map((seconds) => ({
    seconds,
    steps: [{ text: 'You could look around.', seconds }],
  }))
}
