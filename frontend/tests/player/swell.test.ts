import { expect, test } from 'vitest'
import { eased, type Pace } from '../../src/lib/player/breath.ts'
import { EASED, framesOf, type SwellFrame } from '../../src/lib/player/swell.ts'
import { momentAt } from '../../src/lib/player/timeline.ts'

const SIGH: Pace = [
  { phase: 'in', seconds: 2 },
  { phase: 'top_up', seconds: 1 },
  { phase: 'out', seconds: 6 },
  { phase: 'rest', seconds: 1 },
]

const POINTS = EASED.match(/[\d.]+/g)?.map(Number) as [number, number, number, number]

/** What a browser makes of a cubic-bezier() at `x`. */
function bezier(x: number): number {
  const [x1, y1, x2, y2] = POINTS
  const at = (a: number, b: number, t: number) =>
    3 * a * t * (1 - t) ** 2 + 3 * b * t ** 2 * (1 - t) + t ** 3
  let [low, high] = [0, 1]
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2
    if (at(x1, x2, middle) < x) low = middle
    else high = middle
  }
  return at(y1, y2, low)
}

test('the compositor draws the same breath that the timeline tells', () => {
  const frames = framesOf(SIGH)
  const drawn = (at: number) => {
    const index = frames.findLastIndex(({ offset }) => offset <= at)
    const [here, next] = frames.slice(index) as [SwellFrame, SwellFrame]
    const part = (at - here.offset) / (next.offset - here.offset)
    const moved = here.easing === EASED ? bezier(part) : part
    return here.openness + (next.openness - here.openness) * moved
  }
  const score = { steps: [1, 2].map(() => ({ text: 'Sigh', seconds: 10 })), pace: SIGH }
  for (let at = 0; at < 10_000; at += 50)
    expect(Math.abs(drawn(at / 10_000) - momentAt(score, at).openness)).toBeLessThan(0.01)
})

test('the curve is the cosine to a hundredth', () => {
  for (let part = 0; part <= 1; part += 0.01)
    expect(Math.abs(bezier(part) - eased(part))).toBeLessThan(0.01)
})

test('a breath ends where it began', () => {
  expect(
    framesOf(SIGH).map(({ offset, openness }) => [offset, Number(openness.toFixed(2))]),
  ).toEqual([
    [0, 0],
    [0.2, 0.67],
    [0.3, 1],
    [0.9, 0],
    [1, 0],
  ])
})
