/** What every start shows, in English; each group of screens has words of its own beside this. */
export const en = {
  app: 'Thaw',
  skip: 'Skip to the content',
  menu: 'Main',
  loading: 'One moment.',
  back: 'Back',
  helpWord: 'Help',
  settings: 'Settings',
  undo: 'Undo',
  done: 'Done',
  keep: 'Keep it',
  notNow: 'Not now',
  tryAgain: 'Try again',
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
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
  },

  chip: {
    phone_only: 'Saved on this phone',
    waiting: 'Waiting to sync',
    offline: 'Saved on this phone, waiting for a connection',
    syncing: 'Syncing',
    synced: 'Synced',
    attention: 'Saved on this phone, more in Settings',
  },

  absences: {
    nothing: 'Nothing',
    cannot_tell: 'Can’t tell',
    behind_glass: 'Behind glass',
    too_mixed: 'Too mixed',
  },
  nearness: {
    question: 'How near do feelings feel right now?',
    far: 'far away',
    near: 'right here',
    unset: 'Not set. Use the arrow keys, or Enter for the middle.',
    or: 'Or, just as much an answer:',
    spoken: (n: number) => `${n} of 10, ${degree(n)}`,
    short: (n: number) => `${n} of 10`,
  },

  today: {
    keptLine: (answer: string) => `Kept: ${answer}`,
    goOn: 'Go on',
    undone: 'Taken back. Nothing was kept.',
    closing: 'That is noted.',
    closingDetail: 'Nothing more is asked.',
    again: 'Note something else',
    glimmer: 'Keep a glimmer',
    past: 'Past check-ins',
  },
}

function degree(n: number): string {
  if (n === 0) return 'very far away'
  if (n <= 3) return 'far away'
  if (n <= 6) return 'somewhere in between'
  if (n <= 9) return 'near'
  return 'right here'
}
