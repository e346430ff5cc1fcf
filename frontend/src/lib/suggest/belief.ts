import type { PracticeData } from '../db/types.ts'
import type { Candidate } from './candidate.ts'
import { scoreOf } from './scores.ts'

/**
 * How much nearer feelings come with an exercise, in steps of the slider, believed before anything is known and after:
 *
 *     kind      ~ N(PRIOR, KIND²)         what breath, movement … do for this person
 *     exercise  ~ N(kind + lean, OWN²)    how this one differs from its kind
 *     score     ~ N(exercise, NOISE²)     one practice (scores.ts)
 *
 * All is normal with known spreads, so the belief has a closed form and its draws are exact (partial pooling: two
 * stretches that helped make a third, untried one likelier, and a breath hardly).
 *
 * The numbers are ours, since nobody has published any on this scale. PRIOR: a little nearer, so that what was not tried
 * is worth trying. KIND and OWN: most exercises differ by about half a step. NOISE: asked twice in one moment, whole
 * steps differ by more than one. So an exercise speaks for itself, and its kind no longer, after four practices
 * (NOISE² / OWN²). BOLD: draws use half of the spread, since a try that does not help costs somebody a hard moment.
 * The lean of evidence is small on purpose: trials were about other people, and hardly any was about numbness. That of
 * a card that was marked is worth about two good practices.
 */
const PRIOR = 0.2
const KIND = 0.4
const OWN = 0.6
const NOISE = 1.2
const BOLD = 0.5
const EVIDENCE: Partial<Record<string, number>> = { some_trials: 0.2, early: 0.1, mixed: 0.1 }
const MARKED = 0.5

interface Heard {
  slug: string
  lean: number
  count: number
  mean: number
}

/**
 * One draw from the belief about each exercise (Thompson sampling): the best draw is tried next, so that what helped
 * comes often, and what is uncertain gets its chance. `normal` gives the same standard normal number for a name each
 * time, so equal data give equal draws, in whatever order they come.
 */
export function draws(
  shelf: readonly Candidate[],
  practices: readonly PracticeData[],
  marked: ReadonlySet<string>,
  normal: (name: string) => number,
): ReadonlyMap<string, number> {
  const scores = scoresBySlug(practices)
  const drawn = new Map<string, number>()
  for (const kind of new Set(shelf.map((exercise) => exercise.kind))) {
    const members = shelf
      .filter((exercise) => exercise.kind === kind)
      .map((exercise) =>
        heardOf(exercise, scores.get(exercise.slug) ?? [], marked.has(exercise.slug)),
      )
    const ofKind = drawKind(members, normal(`kind ${kind}`))
    for (const member of members)
      drawn.set(member.slug, drawOne(member, ofKind, normal(member.slug)))
  }
  return drawn
}

function scoresBySlug(practices: readonly PracticeData[]): Map<string, number[]> {
  const scores = new Map<string, number[]>()
  for (const practice of practices) {
    const score = scoreOf(practice)
    if (score === undefined) continue
    const before = scores.get(practice.exercise)
    if (before) before.push(score)
    else scores.set(practice.exercise, [score])
  }
  return scores
}

/** Scores are quarters of a step at the finest, so their sum is exact. */
function heardOf(exercise: Candidate, scores: readonly number[], isMarked: boolean): Heard {
  const { slug, evidence } = exercise
  const lean = (EVIDENCE[evidence?.strength ?? ''] ?? 0) + (isMarked ? MARKED : 0)
  const sum = scores.reduce((total, score) => total + score, 0)
  return { slug, lean, count: scores.length, mean: sum / Math.max(1, scores.length) }
}

function drawKind(members: readonly Heard[], normal: number): number {
  let precision = 1 / KIND ** 2
  let weighted = PRIOR / KIND ** 2
  for (const { count, mean, lean } of members) {
    if (count === 0) continue
    const weight = 1 / (OWN ** 2 + NOISE ** 2 / count)
    precision += weight
    weighted += weight * (mean - lean)
  }
  return weighted / precision + (BOLD * normal) / Math.sqrt(precision)
}

function drawOne({ count, mean, lean }: Heard, kind: number, normal: number): number {
  const precision = 1 / OWN ** 2 + count / NOISE ** 2
  const weighted = (kind + lean) / OWN ** 2 + (count * mean) / NOISE ** 2
  return weighted / precision + (BOLD * normal) / Math.sqrt(precision)
}
