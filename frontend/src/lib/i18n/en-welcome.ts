import type { IconName } from '../ui/icons.ts'

interface Point {
  icon: IconName
  title: string
  text: string
}

/** The words of the first run. The first of its screens is also painted into the shell. */
export const enWelcome = {
  arrive: {
    title: 'When feelings seem far away',
    lead: 'Thaw helps you notice what is there, and what isn’t, a minute at a time. Nothing is asked of you. Feeling nothing is an answer here.',
    stays: 'What you note stays on this phone.',
    skip: 'Skip this',
    next: 'What to know',
  },

  title: 'Before you begin',
  points: [
    {
      icon: 'life-buoy',
      title: 'Not an emergency service',
      text: 'If you may be in danger, the numbers under Help are one tap away on every screen, also with no connection.',
    },
    {
      icon: 'eye-off',
      title: 'Nobody is watching',
      text: 'No person reads what you note, and nobody is told. Thaw is no treatment and makes no diagnosis.',
    },
    {
      icon: 'smartphone',
      title: 'It stays on this phone',
      text: 'No name, no e-mail, no account. A copy on this server is made only if you ask for one, and what you write in your own words stays here even then.',
    },
  ] satisfies Point[],
  begin: 'Begin',
  elsewhere: 'I have Thaw on another phone',
}
