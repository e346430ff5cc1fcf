import { expect, test } from 'vitest'
import { begun, ending, moved, paused, reached, resumed } from '../../src/lib/player/course.ts'

const NOON = Date.parse('2026-11-23T12:00:00Z')
const after = (seconds: number) => NOON + seconds * 1000

test('a tab that slept is where the clock says', () => {
  expect(reached(begun(NOON), after(47)).position).toBe(47_000)
})

test('a pause takes no time, however long', () => {
  const away = paused(begun(NOON), after(5))
  expect(reached(away, after(500))).toEqual({ position: 5000, practised: 5000, since: null })
  expect(reached(resumed(away, after(500)), after(503)).position).toBe(8000)
})

test('a step further moves the place and not the time that was practised', () => {
  const further = moved(begun(NOON), 30_000, after(5))
  expect(reached(further, after(7))).toEqual({
    position: 32_000,
    practised: 7000,
    since: after(7),
  })
})

test('a step further while paused stays paused', () => {
  expect(moved(paused(begun(NOON), after(5)), 30_000, after(9)).since).toBeNull()
})

test('a clock set back does not move it back', () => {
  expect(reached(begun(NOON), after(-3600)).position).toBe(0)
})

test('a practice that ran out while its tab slept ended when it ran out', () => {
  expect(ending(begun(NOON), 60_000, after(600))).toEqual({
    seconds: 60,
    ended_at: '2026-11-23T12:01:00.000Z',
  })
})

test('a practice left halfway counts what was practised', () => {
  const further = moved(begun(NOON), 30_000, after(5))
  expect(ending(further, 60_000, after(8))).toEqual({
    seconds: 8,
    ended_at: '2026-11-23T12:00:08.000Z',
  })
})
