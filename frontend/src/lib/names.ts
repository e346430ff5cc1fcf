/**
 * The closed lists of a check-in, in the order in which screens show them. `tests/contract/names.json` holds phone and
 * server to the same ones. 'Left' and 'right' are those of the person, on both sides of the body.
 */
export const TEMPERATURES = ['cold', 'cool', 'warm', 'hot'] as const
export const WEIGHTS = ['light', 'heavy'] as const
export const COLOURS = [
  'white',
  'grey',
  'black',
  'blue',
  'turquoise',
  'green',
  'yellow',
  'orange',
  'red',
  'pink',
  'purple',
  'brown',
] as const
export const TEXTURES = [
  'smooth',
  'woolly',
  'rough',
  'hollow',
  'sharp',
  'sticky',
  'brittle',
  'dense',
] as const
export const SOUNDS = [
  'silence',
  'hum',
  'hiss',
  'far_voices',
  'rain',
  'wind',
  'ringing',
  'thud',
] as const
export const ZONES = [
  'head',
  'eyes',
  'jaw',
  'neck',
  'left_shoulder',
  'right_shoulder',
  'left_upper_arm',
  'right_upper_arm',
  'left_forearm',
  'right_forearm',
  'left_hand',
  'right_hand',
  'chest',
  'ribs',
  'belly',
  'pelvis',
  'left_thigh',
  'right_thigh',
  'left_knee',
  'right_knee',
  'left_shin',
  'right_shin',
  'left_foot',
  'right_foot',
] as const
export const SIDES = ['front', 'back'] as const
export const MARKS = ['blank', 'warm', 'cold', 'tight', 'heavy', 'tingling', 'aching'] as const
export const EXPERIENCES = [
  'behind_glass',
  'autopilot',
  'disconnected',
  'lost_interest',
  'cannot_react',
  'guilt',
] as const
export const HABITS = ['work', 'screens', 'substances', 'being_alone'] as const
/** What was around, offered; a person's own tags are `own:<uuid>`. Only `people` means something to Thaw (flatness). */
export const AROUND = [
  'people',
  'work',
  'slept_little',
  'slept_enough',
  'medication_change',
  'pain_or_illness',
  'conflict',
  'loss',
  'anniversary',
  'outdoors',
  'at_home',
  'music',
] as const

export type Zone = (typeof ZONES)[number]
export type Side = (typeof SIDES)[number]
export type Mark = (typeof MARKS)[number]
export type Experience = (typeof EXPERIENCES)[number]
export type Habit = (typeof HABITS)[number]

export interface Senses {
  temperature?: (typeof TEMPERATURES)[number]
  weight?: (typeof WEIGHTS)[number]
  colour?: (typeof COLOURS)[number]
  texture?: (typeof TEXTURES)[number]
  sound?: (typeof SOUNDS)[number]
}

/** At most one mark for each zone and side. */
export interface BodyMark {
  zone: Zone
  side: Side
  mark: Mark
}

/** Nearness before and after, 0 far … 10 near; both optional. */
export interface HabitNote {
  habit: Habit
  before?: number
  after?: number
}
