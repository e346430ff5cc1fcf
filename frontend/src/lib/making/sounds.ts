/** The nine sounds of the pad, as the keys 1 … 9 play them. */
export const SOUNDS = [
  'hum',
  'low',
  'round',
  'warm',
  'clear',
  'bell',
  'wind',
  'rain',
  'bowl',
] as const
export type Sound = (typeof SOUNDS)[number]

interface Partial {
  hertz: number
  /** 0 … 1, of the sound's own loudness. */
  share: number
}

export interface Voice {
  /** Tones sounding together; without any it is noise through a filter. */
  partials: readonly Partial[]
  noise?: { hertz: number; wide: number }
  /** Seconds until it is full: never sudden. */
  rise: number
  /** Seconds until it has gone. */
  fall: number
  loud: number
}

const tone = (hertz: number, rise = 0.09, fall = 2.4): Voice => ({
  partials: [
    { hertz, share: 0.8 },
    { hertz: hertz * 2, share: 0.15 },
    { hertz: hertz * 3, share: 0.05 },
  ],
  rise,
  fall,
  loud: 0.2,
})

/** Five tones that go with each other in any order, a bell and a bowl, and two that are only air and water. */
export const VOICES: Record<Sound, Voice> = {
  hum: tone(98, 0.3, 3.5),
  low: tone(130.81),
  round: tone(196),
  warm: tone(261.63),
  clear: tone(329.63),
  bell: {
    partials: [
      { hertz: 523.25, share: 0.6 },
      { hertz: 1046.5, share: 0.25 },
      { hertz: 1570, share: 0.15 },
    ],
    rise: 0.03,
    fall: 3,
    loud: 0.12,
  },
  wind: { partials: [], noise: { hertz: 480, wide: 0.8 }, rise: 0.9, fall: 2.6, loud: 0.3 },
  rain: { partials: [], noise: { hertz: 3200, wide: 0.5 }, rise: 0.5, fall: 2.2, loud: 0.12 },
  bowl: {
    partials: [
      { hertz: 146.83, share: 0.55 },
      { hertz: 398, share: 0.3 },
      { hertz: 742, share: 0.15 },
    ],
    rise: 0.06,
    fall: 6,
    loud: 0.22,
  },
}

/** A touch after the last one that is kept; a long play ends being noted, not heard. */
export const MOST_TOUCHES = 400
