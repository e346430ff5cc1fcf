/** The words about links between a mark on the body and a word. */
export const enSignals = {
  title: 'My signals',
  link: 'What a place in the body went with',
  lead: 'What you said belongs together. It stays on this phone.',
  empty: 'No signals yet',
  emptyDetail:
    'When a place in the body and a word have come together more than once, Thaw may ask whether they belong together. What you say yes to is gathered here, only on this phone.',
  ask: {
    together: (place: string, word: string) => `${place}, and ‘${word}’`,
    togetherDetail: 'They were here together before. Do they belong together, for you?',
    again: (place: string) => place,
    againDetail: (word: string) => `Last time it went with ‘${word}’. Is that here now?`,
  },
  yes: 'Yes, that fits',
  no: 'No',
  confirmed: 'Kept, only on this phone.',
  added: (word: string) => `Kept: ‘${word}’ is with this check-in.`,
  notAdded: 'Taken back.',
  said: (word: string) => `‘${word}’`,
  since: (day: string) => `Since ${day}`,
  forget: 'Forget it',
  forgotten: 'Forgotten.',
  restored: 'It is back.',
  ownWord: 'a word of your own',
}
