import { expect, test } from 'vitest'
import type { CheckInData } from '../../../src/lib/db/types.ts'
import { after, answered, before, stepFrom, STEPS } from '../../../src/routes/check-in/steps.ts'
import { summary, tagName } from '../../../src/routes/check-in/summary.ts'

const labelOf = (word: string) => (word === 'own:1' ? 'like wool' : word.toUpperCase())
const bare: CheckInData = {
  kind: 'check_in',
  occurred_at: '2026-11-23T20:30:00Z',
  time_zone: 'Europe/Berlin',
  absence: 'nothing',
}
const whole: CheckInData = {
  ...bare,
  world_nearness: 0,
  energy: -0.3,
  pleasantness: 0,
  senses: { sound: 'far_voices', temperature: 'cool' },
  words: ['foggy', 'own:1'],
  body: [{ zone: 'chest', side: 'front', mark: 'blank' }],
  around: ['slept_little', 'own:1'],
  experiences: ['autopilot'],
  habits: [{ habit: 'screens', before: 2, after: 0 }, { habit: 'work' }],
}

test('each step says what it holds, and nothing where it holds nothing', () => {
  const told = STEPS.map((step) => summary(step, whole, 'a note', labelOf))
  expect(told).toEqual([
    '0 of 10, very far, unreal',
    'a little less energy, between unpleasant and pleasant',
    'cool, voices far off, FOGGY, like wool',
    'Chest blank.',
    'slept little, like wool',
    'On autopilot, going through the motions',
    'screens (2 → 0), working a lot',
    'a note',
  ])
  expect(STEPS.map((step) => summary(step, bare, '', labelOf))).toEqual(STEPS.map(() => ''))
})

test('nought is an answer, and what was left open is none', () => {
  expect(STEPS.filter((step) => answered(step, whole, 'a note'))).toEqual(STEPS)
  expect(STEPS.filter((step) => answered(step, bare, ''))).toEqual([])
})

test('the steps follow each other, and a stranger is none of them', () => {
  expect([before('world'), after('world'), before('note'), after('note')]).toEqual([
    undefined,
    'energy',
    'habits',
    undefined,
  ])
  expect([stepFrom('body'), stepFrom('mood'), stepFrom(undefined)]).toEqual([
    'body',
    undefined,
    undefined,
  ])
})

test('a tag has its own name; one of one’s own has its text', () => {
  expect([tagName('people', labelOf), tagName('own:1', labelOf)]).toEqual(['people', 'like wool'])
})
