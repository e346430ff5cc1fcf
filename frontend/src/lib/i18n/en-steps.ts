/** The words of a check-in after its first answer. */
export const enSteps = {
  more: 'A little more, if you like',
  progress: (n: number, all: number) => `Step ${n} of ${all}`,
  skip: 'Skip',
  next: 'Next',
  gone: 'This check-in is not on this phone',
  goneDetail: 'It may have been deleted.',
  kept: 'Kept on this phone.',
  nothingYet: 'nothing noted',

  names: {
    world: 'The world',
    energy: 'Energy',
    words: 'Words, or none',
    body: 'Body',
    around: 'What was around',
    experiences: 'How it is',
    habits: 'Getting through',
    note: 'A note',
  },
  questions: {
    world: 'How near does the world seem?',
    energy: 'Somewhere around here?',
    words: 'If it had no words, what would it be?',
    body: 'Where do you notice anything, or nothing?',
    around: 'What was around?',
    experiences: 'Is it like any of these?',
    habits: 'Were any of these around?',
    note: 'Anything to remember?',
  },
  hints: {
    world: 'The room, the light, other people. It can differ from how near feelings are.',
    energy: 'One tap. It needn’t be exact.',
    words: 'Any of these, or none. Words come last, if at all.',
    body: 'Tap a place. Blank counts as much as warm.',
    around: 'Only what comes to mind.',
    experiences: 'People who feel far away often say one of these. None of them is a fault.',
    habits: 'Only noticing. Each of them helps for a while, and that is why they are there.',
    note: 'It stays on this phone.',
  },

  world: {
    far: 'far, unreal',
    near: 'close, real',
    clear: 'Leave it open',
    spoken: (n: number) => `${n} of 10, ${worldly(n)}`,
  },

  senses: {
    temperature: 'Temperature',
    weight: 'Weight',
    colour: 'Colour',
    texture: 'Texture',
    sound: 'Sound',
    temperatures: { cold: 'cold', cool: 'cool', warm: 'warm', hot: 'hot' },
    weights: { light: 'light', heavy: 'heavy' },
    colours: {
      white: 'white',
      grey: 'grey',
      black: 'black',
      blue: 'blue',
      turquoise: 'turquoise',
      green: 'green',
      yellow: 'yellow',
      orange: 'orange',
      red: 'red',
      pink: 'pink',
      purple: 'purple',
      brown: 'brown',
    },
    textures: {
      smooth: 'smooth',
      woolly: 'woolly',
      rough: 'rough',
      hollow: 'hollow',
      sharp: 'sharp',
      sticky: 'sticky',
      brittle: 'brittle',
      dense: 'dense',
    },
    sounds: {
      silence: 'silence',
      hum: 'a hum',
      hiss: 'a hiss',
      far_voices: 'voices far off',
      rain: 'rain',
      wind: 'wind',
      ringing: 'ringing',
      thud: 'a thud',
    },
  },
  words: {
    title: 'Some people would say',
    chosen: 'You said',
    find: 'Look for a word',
    none: 'No word like that here. You could keep it as your own.',
    own: 'My own word',
    keepOwn: (text: string) => `Keep ‘${text}’ as my own word`,
    where: 'Your own words stay on this phone.',
    full: 'Twenty words are the most one check-in can hold.',
    takeOut: (word: string) => `Take out ‘${word}’`,
  },

  around: {
    tags: {
      people: 'people',
      work: 'work',
      slept_little: 'slept little',
      slept_enough: 'slept enough',
      medication_change: 'a change of medication',
      pain_or_illness: 'pain or illness',
      conflict: 'a conflict',
      loss: 'a loss',
      anniversary: 'an anniversary',
      outdoors: 'being outdoors',
      at_home: 'being at home',
      music: 'music',
    },
    own: 'Something else',
    keepOwn: 'Keep it',
    where: 'What you add stays on this phone.',
    full: 'Twenty are the most one check-in can hold.',
  },

  experiences: {
    behind_glass: 'As if behind glass, watching life from a distance',
    autopilot: 'On autopilot, going through the motions',
    disconnected: 'Cut off from people, even close ones',
    lost_interest: 'What used to matter leaves me cold',
    cannot_react: 'I can’t cry, laugh or get excited',
    guilt: 'Guilty or ashamed that I don’t react as others do',
  },
  understand: 'What others have found out about this',

  habits: {
    names: {
      work: 'Working a lot',
      screens: 'Screens',
      substances: 'Alcohol or something like it',
      being_alone: 'Being alone',
    },
    short: {
      work: 'working a lot',
      screens: 'screens',
      substances: 'alcohol or the like',
      being_alone: 'being alone',
    },
    before: 'How near feelings were before',
    after: 'How near they were after',
    optional: 'Both can stay open.',
  },

  belongs: {
    chip: 'It belongs to earlier',
    link: 'Tie it to an earlier moment',
    linkDetail: 'Feelings sometimes arrive hours or days late.',
    title: 'Which moment does it belong to?',
    hint: 'Feelings sometimes arrive late. This only draws a line between the two.',
    none: 'To none of these',
    empty: 'There is no earlier check-in on this phone yet.',
    tied: 'Belongs to',
    later: 'What arrived later',
  },
  earlier: {
    link: 'Note an earlier moment',
    title: 'An earlier moment',
    when: 'When was it?',
  },
  foggy: {
    from: 'From',
    to: 'Until',
  },
}

function worldly(n: number): string {
  if (n === 0) return 'very far, unreal'
  if (n <= 3) return 'far, a little unreal'
  if (n <= 6) return 'somewhere in between'
  if (n <= 9) return 'close'
  return 'close, real'
}
