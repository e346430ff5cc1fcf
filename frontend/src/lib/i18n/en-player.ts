/** The words of the player, loaded with it. */
export const enPlayer = {
  begin: 'Begin',
  free: 'You can start without an answer, and stop at any second.',
  start: 'Start',

  phases: { in: 'In', top_up: 'A little more in', hold: 'Wait', out: 'Out', rest: 'Rest' },
  stepOf: (n: number, all: number) => `${n} of ${all}`,
  left: (seconds: number) => {
    const minutes = Math.floor(seconds / 60)
    const rest = `${seconds % 60} s left`
    return minutes ? `${minutes} min ${rest}` : rest
  },
  pause: 'Pause',
  resume: 'Go on',
  tooMuch: 'Too much',
  previous: 'Step before',
  next: 'Next step',
  leave: 'Leave',

  gate: {
    title: 'Some people are better without this',
    why: {
      holds: 'Here the breath is held for a few seconds.',
      eyes_closed: 'Here the eyes may be closed for a while. Open is always fine.',
      strong_feelings: 'Strong feelings may come up here.',
    },
    read: 'I have read it',
    other: 'Something else',
    once: 'Thaw asks this once.',
  },

  means: {
    title: 'Vibration, sound, screen and breath',
    on: 'On',
    off: 'Off',
    vibration: 'Vibration',
    sound: 'Sound',
    screen: 'Screen',
    awake: 'Awake',
    mayRest: 'May rest',
    breath: 'Breath',
    tap: 'Tap to start',
  },

  sound: {
    title: 'Sound',
    breathTones: 'A tone with each breath',
    breathTonesDetail: 'It rises with the breath in and falls with the breath out.',
    stepTones: 'A sound at each step',
    stepTonesDetail: 'A soft bell, so that you can look elsewhere.',
    background: 'In the background',
    backgrounds: {
      none: 'Nothing',
      rain: 'Rain',
      waves: 'Waves',
      wind: 'Wind',
      bowl: 'Bowl',
      brown: 'Brown noise',
    },
    heard: (what: string[]) => `Sound: ${what.join(' and ')}.`,
    tones: { breath: 'a tone with each breath', step: 'a bell at each step' },
  },

  vibrateSteps: 'Vibrate at each step',
  /** What happens with the screen off. */
  dark: {
    title: 'With the phone in a pocket',
    unknown:
      'With the screen off most phones play on. Thaw notices if this one does not, and tells you here.',
    plays: 'This phone plays on with the screen off.',
    silent:
      'With the screen off this phone stays silent. The steps wait for you where time has come to.',
    vibration: 'Vibration needs the screen on.',
  },

  breath: {
    title: 'Breath',
    detail: 'Slower or quicker, as it suits you. Three to fifteen breaths a minute.',
    seconds: (n: number) => `${n} s`,
    shorter: (phase: string) => `${phase}: shorter`,
    longer: (phase: string) => `${phase}: longer`,
    asItWas: 'As it was',
  },

  lockScreen: 'A quiet moment',

  room: {
    title: 'It has stopped. Look around, slowly.',
    notBegun: 'Nothing has begun. Look around, slowly.',
    tender: 'For a day, Thaw keeps to short things and to what is around you.',
    lines: [
      'Let your eyes wander through the room. Name three things you can see, aloud or in your head.',
      'Your feet: what is under them? Hard, soft, warm, cold, or hard to tell.',
      'Touch something near you. What is it made of?',
    ],
    today: (day: string) => `It is ${day}. You are here, and the exercise is over.`,
    next: [
      { slug: 'feet-on-the-floor', title: 'Feet on the floor' },
      { slug: 'find-one-colour', title: 'Find five of one colour' },
    ] as const,
    moreDetail: 'Something to hold on to, if you want more of this',
    enough: 'That is enough',
  },

  after: {
    title: 'That is all of it.',
    question: 'Next to before, what do you feel?',
    thaw: {
      more: 'More',
      same: 'The same',
      less: 'Less',
      unnamed: 'Something without a name',
    },
    lessTitle: 'Less happens. Perhaps the room around you, for a moment.',
    near: 'And how near do feelings feel now?',
    skip: 'Any of this can stay open.',
    done: 'Done',
  },
}
