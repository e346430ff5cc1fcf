/** The words of the player, loaded with it. */
export const enPlayer = {
  begin: 'Begin',
  free: 'You can start without an answer, and stop at any second.',
  start: 'Start',

  phases: { in: 'In', top_up: 'A little more in', out: 'Out', rest: 'Rest' },
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
  vibration: 'Vibrate at each change',
  vibrationDetail: 'If this phone can.',

  room: {
    title: 'It has stopped. Look around, slowly.',
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
