import { describe, expect, test } from 'vitest'
import type { Pace } from '../../src/lib/player/breath.ts'
import { cuesOf } from '../../src/lib/player/cues.ts'
import { scoreOf } from '../../src/lib/player/score.ts'
import { momentAt, untilChange, wholeOf, type Score } from '../../src/lib/player/timeline.ts'
import golden from './cues.json' with { type: 'json' }

const scores = Object.fromEntries(
  golden.scores.map(({ name, steps, pace }) => [
    name,
    scoreOf(
      steps.map((seconds) => ({ text: 'A step', seconds })),
      pace as Pace | undefined,
    ),
  ]),
)
const named = (name: string): Score => {
  const score = scores[name]
  if (!score) throw new RangeError(name)
  return score
}

describe('what is heard, and when', () => {
  test.each(golden.cues)('$name from $from s', ({ name, from, heard }) => {
    const lines = cuesOf(named(name), from * 1000).map((cue) =>
      cue.kind === 'glide'
        ? `${cue.at} glide ${cue.seconds} ${cue.from}-${cue.to}`
        : `${cue.at} ${cue.kind}`,
    )
    expect(lines).toEqual(heard)
  })
})

describe.each(Object.keys(scores))('%s, by a clock that jumps from change to change', (name) => {
  const score = named(name)
  const shown = (at: number) => {
    const { step, left, finished, breath } = momentAt(score, at)
    return JSON.stringify([step, left, finished, breath])
  }

  test('nothing changes in between, and something at each jump', () => {
    for (let at = 0; at < wholeOf(score); at += untilChange(score, at)) {
      const next = at + untilChange(score, at)
      expect(shown(next - 1)).toBe(shown(at))
      expect(shown(next)).not.toBe(shown(at))
    }
  })

  test('a phase that is shown begins with its cue', () => {
    const glides = cuesOf(score, 0).filter(({ kind }) => kind !== 'bell')
    for (const { at } of glides) expect(momentAt(score, at * 1000).breath?.count).toBe(1)
  })
})
