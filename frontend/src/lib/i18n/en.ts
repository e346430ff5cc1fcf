/** Every word of the screens, in English. Another language is another object of this shape. */
export const en = {
  app: 'Thaw',
  skip: 'Skip to the content',
  menu: 'Main',
  loading: 'One moment.',
  back: 'Back',
  helpWord: 'Help',
  settings: 'Settings',
  reminders: 'Reminders',
  undo: 'Undo',
  done: 'Done',
  keep: 'Keep it',
  notNow: 'Not now',
  tryAgain: 'Try again',
  change: 'Change',
  tabs: {
    today: 'Today',
    practise: 'Practise',
    write: 'Write',
    patterns: 'Patterns',
    support: 'Support',
  },

  failed: {
    screen: 'This screen did not load.',
    screenDetail: 'Nothing you noted is lost. Trying again often helps.',
    save: 'That could not be kept on this phone.',
    typed: 'What you wrote, to copy:',
    read: 'What is on this phone could not be read just now.',
  },
  missing: {
    title: 'There is nothing at this address',
    text: 'The link may be old. Everything you noted is where it was.',
    home: 'Go to Today',
  },
  update: { ready: 'A new version is ready.', use: 'Use it now' },

  chip: {
    phone_only: 'Saved on this phone',
    waiting: 'Waiting to sync',
    offline: 'Saved on this phone, waiting for a connection',
    syncing: 'Syncing',
    synced: 'Synced',
    attention: 'Something was set aside',
  },

  absences: {
    nothing: 'Nothing',
    cannot_tell: 'Can’t tell',
    behind_glass: 'Behind glass',
    too_mixed: 'Too mixed',
  },
  nearness: {
    question: 'How near do feelings feel right now?',
    then: 'How near did feelings feel?',
    far: 'far away',
    near: 'right here',
    unset: 'Not set. Use the arrow keys, or Enter for the middle.',
    or: 'Or, just as much an answer:',
    spoken: (n: number) => `${n} of 10, ${degree(n)}`,
    short: (n: number) => `${n} of 10`,
    in: degree,
  },

  today: {
    kept: 'Kept.',
    keptLine: (answer: string) => `Kept: ${answer}`,
    undone: 'Taken back. Nothing was kept.',
    more: 'A little more, if you like',
    closing: 'That is noted.',
    closingDetail: 'Nothing more is asked.',
    again: 'Note something else',
    glimmer: 'Keep a glimmer',
    glimmerDetail: 'A faint moment, in one tap',
    past: 'Past check-ins',
    step: 'One small step',
    because: {
      grounding: 'Far away is a good time for something to hold on to.',
      breathwork: 'Small, and it can be left at any time.',
    },
    minutes: (text: string) => `${text}, if it suits.`,
  },

  feeling: {
    question: 'Somewhere around here?',
    hint: 'One tap. It needn’t be exact.',
    cannotTell: 'I can’t tell',
    energy: 'Energy',
    pleasantness: 'Pleasantness',
    more: 'more energy',
    less: 'less energy',
    pleasant: 'pleasant',
    unpleasant: 'unpleasant',
    unset: 'Not set',
    words: {
      restless: 'restless',
      uneasy: 'uneasy',
      stirred: 'stirred',
      lively: 'lively',
      flat: 'flat',
      heavy: 'heavy',
      tender: 'tender',
      calm: 'calm',
    },
    spokenEnergy: (v: number) => amount(v, 'less energy', 'more energy'),
    spokenPleasantness: (v: number) => amount(v, 'unpleasant', 'pleasant'),
  },

  note: {
    label: 'A note',
    where: 'Only on this phone',
    save: 'Keep the note',
    saved: 'The note is kept, only on this phone.',
  },

  checkIns: {
    title: 'Past check-ins',
    empty: 'Nothing is noted yet',
    emptyDetail: 'What you note on Today is gathered here. ‘Nothing’ counts too.',
    glimmer: 'A glimmer',
    foggy: 'A foggy while',
    noted: 'A check-in',
    hasNote: 'with a note',
    edit: 'This check-in',
    editGlimmer: 'This glimmer',
    when: 'When',
    delete: 'Delete it',
    deleted: 'Deleted.',
    restored: 'It is back.',
    saved: 'Kept on this phone.',
    gone: 'This check-in is not on this phone',
    goneDetail: 'It may have been deleted.',
    earlier: 'Show earlier ones',
  },

  glimmer: {
    title: 'A faint moment',
    lead: 'Something came a little nearer: a colour, a warmth, a sound. It needs no name.',
    keep: 'Keep this moment',
    kept: 'Kept.',
    words: 'A few words, if there are any',
    another: 'Keep another',
  },

  length: {
    s: (n: number) => `${n} s`,
    min: (n: number) => `${n} min`,
    seconds: (n: number) => `${n} seconds`,
    minutes: (n: number) => (n === 1 ? '1 minute' : `${n} minutes`),
    hours: (n: number) => (n === 1 ? '1 hour' : `${n} hours`),
  },

  practise: {
    title: 'Practise',
    lead: 'Small things you could try. Leave any time.',
    empty: 'The exercises are not on this phone yet',
    emptyDetail: 'They come by themselves with the first connection.',
    gone: 'This exercise is not on this phone',
    leave: 'You can leave at any time. Leaving is fine.',
    steps: 'The steps',
    instead: 'Another way to do it',
    cautions: 'Good to know',
    known: 'What is known',
    long: 'How long',
    source: 'Source',
    strength: {
      some_trials: 'Tested in a few trials.',
      mixed: 'Studies point both ways.',
      early: 'Early findings.',
      little_studied: 'Little studied so far.',
    },
    all: 'All exercises',
    kinds: {
      acknowledge: 'Acknowledge',
      breathwork: 'Breath',
      movement: 'Movement',
      grounding: 'Grounding',
      mindfulness: 'Mindfulness',
      writing: 'Writing',
      others: 'Other people',
      creativity: 'Creativity',
      understanding: 'Understanding',
    },
  },
}

function degree(n: number): string {
  if (n === 0) return 'very far away'
  if (n <= 3) return 'far away'
  if (n <= 6) return 'somewhere in between'
  if (n <= 9) return 'near'
  return 'right here'
}

function amount(v: number, low: string, high: string): string {
  if (Math.abs(v) < 0.15) return 'in the middle'
  const side = v < 0 ? low : high
  return Math.abs(v) < 0.6 ? `a little: ${side}` : `clearly: ${side}`
}
