/** The quiet offers beside a check-in: people and help, and a foggy stretch. */
export const enOffers = {
  flatness: {
    title: {
      far_word: 'That is a lot to hold',
      word: 'That is a lot to hold',
      opened: 'Help is here whenever you want it',
      unreal: 'The world seems far away just now',
      low_row: 'Far away, a few times now',
      flat: 'It has been far away for a while',
    },
    detail: {
      far_word:
        'You don’t have to hold it alone. Help has the numbers of your country, and someone you know may be glad to hear it.',
      word: 'You don’t have to hold it alone. Help has the numbers of your country, and someone you know may be glad to hear it.',
      opened:
        'It is fine to have only looked. Help has the numbers of your country, and someone you know may be glad to hear from you.',
      unreal:
        'Something plain to hold on to can be a start. Some people also tell someone, so as not to be alone with it.',
      low_row: 'Some people find this is a time to let someone in. It can be a small thing.',
      flat: 'Some people find this is a time to let someone in. It can be a small thing.',
    },
    people: 'Tell someone',
    help: 'Help',
    practice: 'Feet on the floor',
  },
  tell: {
    title: 'A few words, to change as you like',
    message:
      'I’ve been feeling numb and far away lately. You don’t have to fix anything. It would be good to hear from you.',
    private: 'You choose who gets it. Thaw keeps none of it.',
    share: 'Choose who',
    copy: 'Copy it',
    copied: 'Copied. You could paste it into a message.',
    failed: 'That did not work here. You could select the words and copy them.',
    back: 'Back',
  },
  gap: {
    title: 'Back again',
    detail: 'If the days in between were fog, one tap can say so.',
    yes: 'A foggy stretch',
    kept: 'Kept: a foggy stretch.',
  },
}
