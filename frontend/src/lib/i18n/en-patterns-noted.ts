import type { Habit, Mark, Side, Zone } from '../names.ts'
import { capital } from './en-patterns-charts.ts'
import { times } from './en-patterns.ts'

const ZONES: Record<Zone, string> = {
  head: 'Head',
  eyes: 'Eyes',
  jaw: 'Jaw',
  neck: 'Neck',
  left_shoulder: 'Left shoulder',
  right_shoulder: 'Right shoulder',
  left_upper_arm: 'Left upper arm',
  right_upper_arm: 'Right upper arm',
  left_forearm: 'Left forearm',
  right_forearm: 'Right forearm',
  left_hand: 'Left hand',
  right_hand: 'Right hand',
  chest: 'Chest',
  ribs: 'Ribs',
  belly: 'Belly',
  pelvis: 'Pelvis',
  left_thigh: 'Left thigh',
  right_thigh: 'Right thigh',
  left_knee: 'Left knee',
  right_knee: 'Right knee',
  left_shin: 'Left shin',
  right_shin: 'Right shin',
  left_foot: 'Left foot',
  right_foot: 'Right foot',
}
const MARKS: Record<Mark, string> = {
  blank: 'blank',
  warm: 'warm',
  cold: 'cold',
  tight: 'tight',
  heavy: 'heavy',
  tingling: 'tingling',
  aching: 'aching',
}
const SIDES: Record<Side, string> = { front: 'front', back: 'back' }
const HABITS: Record<Habit, string> = {
  work: 'Working on',
  screens: 'Screens',
  substances: 'Substances',
  being_alone: 'Being alone',
}

/** The words of what was noted beside nearness: body, words, what was around, habits, practices. */
export const enNoted = {
  all: (n: number) => `All ${n}`,
  body: {
    title: 'In the body',
    lead: 'Blank counts as much as warm.',
    place: (zone: Zone, side: Side) => `${ZONES[zone]}, ${SIDES[side]}`,
    blank: (n: number) => `blank ${times(n)}`,
    felt: (mark: Mark, n: number) => `${MARKS[mark]} ${times(n)}`,
    legendBlank: 'blank',
    legendFelt: 'something else',
  },
  words: {
    title: 'Words you used',
    unknown: 'a word of your own',
    word: (label: string, n: number) => `${label}: ${times(n)}`,
  },
  around: {
    title: 'What was around',
    lead: 'How near feelings came with it, next to when you noted other things. What goes together need not be the cause, and among many things one can stand out by chance.',
    unknown: 'A tag of your own',
    count: times,
    with: 'with it',
    without: 'without it',
    span: (low: string, high: string) => `${low} to ${high} of 10`,
    nearer: 'Feelings came nearer with it.',
    further: 'Feelings were further with it.',
    open: 'These notes can’t tell the two apart.',
  },
  habits: {
    title: 'Habits',
    lead: 'What you noticed, with how near feelings were before and after.',
    names: HABITS,
    count: times,
  },
  practices: {
    title: 'What you tried',
    lead: 'How near feelings were before and after. Any of it is fine.',
    other: 'Other',
    count: times,
    thaw: (said: [name: string, n: number][]) =>
      `Next to before, you felt: ${said.map(([name, n]) => `${name} ${times(n)}`).join(', ')}.`,
    each: 'One by one',
  },
  change: {
    counts: (nearer: number, same: number, further: number) => {
      const parts: [string, number][] = [
        ['nearer', nearer],
        ['the same', same],
        ['further', further],
      ]
      const said = parts.filter(([, n]) => n > 0).map(([word, n]) => `${word} ${times(n)}`)
      return `${capital(said.join(', '))}.`
    },
    arrived: (from: [absence: string, n: number][]) => {
      const said = from.map(([absence, n]) => `${times(n)} from ‘${absence}’`)
      return `${capital(said.join(', '))} to something that had a number.`
    },
    left: (to: [absence: string, n: number][]) => {
      const said = to.map(([absence, n]) => `${times(n)} to ‘${absence}’`)
      return `From a number ${said.join(', ')}.`
    },
    stayed: (n: number) => `${capital(times(n))} without a number before and after.`,
    mean: (mean: string, low: string, high: string, n: number) =>
      `On average ${mean}; likely between ${low} and ${high} (95 % interval, ${n} times).`,
    step: (by: number) => {
      const size = Math.abs(by).toFixed(1)
      if (size === '0.0') return 'no change'
      return `${size} ${by > 0 ? 'nearer' : 'further'}`
    },
    scale: (ends: number) => [`${ends} further`, 'the same', `${ends} nearer`],
  },
  notYet: (n: number, enough: number) => `Not enough yet to say how near: ${n} of ${enough}.`,
  notYetChange: (n: number, enough: number) =>
    `Not enough yet for an average: ${n} of ${enough} with a number before and after.`,
  sure: 'What ‘likely’ means',
  sureDetail:
    'From few answers an average is only roughly known. The bar shows where it lies if the coming times are like these: about 19 of 20 such bars hold the true one. Fewer answers, wider bar. Frost is never counted as a number.',
  around_names: {
    people: 'People',
    work: 'Work',
    slept_little: 'Slept little',
    slept_enough: 'Slept enough',
    medication_change: 'A change of medication',
    pain_or_illness: 'Pain or illness',
    conflict: 'Conflict',
    loss: 'Loss',
    anniversary: 'An anniversary',
    outdoors: 'Outdoors',
    at_home: 'At home',
    music: 'Music',
  },
}
