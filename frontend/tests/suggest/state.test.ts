import { describe, expect, test } from 'vitest'
import type { CheckInData } from '../../src/lib/db/types.ts'
import { stateOf, type Mood } from '../../src/lib/suggest/state.ts'

const NOW = new Date(2026, 10, 24, 15)

function said(fields: Partial<CheckInData>, hoursAgo = 1): CheckInData {
  const occurred_at = new Date(NOW.getTime() - hoursAgo * 3_600_000).toISOString()
  return { kind: 'check_in', occurred_at, time_zone: 'Europe/Berlin', ...fields }
}

function moodOf(...checkIns: CheckInData[]): Mood {
  return stateOf(checkIns, [], NOW).mood
}

const glass: Partial<CheckInData> = { experiences: ['autopilot', 'behind_glass'] }

test.each<[string, Mood, CheckInData[]]>([
  ['nothing was ever said', 'open', []],
  ['a world of 4', 'unreal', [said({ nearness: 8, world_nearness: 4 })]],
  ['a world of 5', 'near', [said({ nearness: 8, world_nearness: 5 })]],
  [
    'the world was not asked about again',
    'unreal',
    [said({ nearness: 8 }), said({ world_nearness: 3 }, 5)],
  ],
  [
    'the world was called near again',
    'near',
    [said({ nearness: 8, world_nearness: 7 }), said({ world_nearness: 3 }, 5)],
  ],
  ['it was a day ago', 'open', [said({ world_nearness: 0 }, 24)]],
  ['it was less than a day ago', 'unreal', [said({ world_nearness: 0 }, 23.9)]],
  ['behind glass', 'unreal', [said({ absence: 'behind_glass' })]],
  [
    'behind glass, and then a number',
    'flat',
    [said({ nearness: 4 }), said({ absence: 'behind_glass' }, 5)],
  ],
  ['it is like behind glass', 'unreal', [said({ nearness: 7, ...glass })]],
  ['like behind glass, in a world that is near', 'unreal', [said({ world_nearness: 9, ...glass })]],
  [
    'like behind glass, and later a world that is near',
    'near',
    [said({ nearness: 7, world_nearness: 9 }), said(glass, 5)],
  ],
  ['too mixed', 'too_much', [said({ absence: 'too_mixed' })]],
  ['a word for too much', 'too_much', [said({ nearness: 7, words: ['tired', 'overwhelmed'] })]],
  ['a word after which help is offered', 'too_much', [said({ nearness: 7, words: ['hopeless'] })]],
  [
    'very awake and very unpleasant',
    'too_much',
    [said({ nearness: 7, energy: 0.5, pleasantness: -0.5 })],
  ],
  ['very awake and pleasant', 'near', [said({ nearness: 7, energy: 0.9, pleasantness: 0.9 })]],
  [
    'unreal weighs more than too much',
    'unreal',
    [said({ absence: 'too_mixed', world_nearness: 1 })],
  ],
  ['numb, the world unsaid', 'flat', [said({ nearness: 2 })]],
  ['feelings in between', 'flat', [said({ nearness: 5 })]],
  ['feelings near', 'near', [said({ nearness: 6 })]],
  ['out of reach, the world unsaid', 'open', [said({ nearness: 1 })]],
  ['out of reach in a world that is near', 'flat', [said({ nearness: 1, world_nearness: 8 })]],
  ['nothing', 'open', [said({ absence: 'nothing' })]],
  ['nothing, in a world that is near', 'flat', [said({ absence: 'nothing', world_nearness: 8 })]],
  ['cannot tell', 'open', [said({ absence: 'cannot_tell', world_nearness: 8 })]],
  ['said yesterday evening', 'open', [said({ nearness: 8 }, 20)]],
  ['a glimmer is no check-in', 'open', [said({ kind: 'glimmer', nearness: 9 })]],
])('%s: %s', (_, mood, checkIns) => {
  expect(moodOf(...checkIns)).toBe(mood)
  expect(moodOf(...checkIns.toReversed())).toBe(mood)
})

describe('severe', () => {
  test.each<[boolean, Partial<CheckInData>]>([
    [true, { nearness: 1 }],
    [false, { nearness: 2 }],
    [true, { world_nearness: 2 }],
    [false, { world_nearness: 3 }],
    [false, { absence: 'nothing' }],
  ])('%s for %j: an absence is never a low number', (severe, fields) => {
    expect(stateOf([said(fields)], [], NOW).severe).toBe(severe)
  })
})

test.each([
  [21, false],
  [22, true],
  [4, true],
  [5, false],
])('at %i it is night: %s', (hour, night) => {
  expect(stateOf([], [], new Date(2026, 10, 24, hour, 30)).night).toBe(night)
})
