/** The way: the places of the path, and what is said of them. */
export const enJourney = {
  title: 'The way',
  linkDetail: 'All the places there are, in no hurry',
  lead: 'Places to go, in the order many people find them. Begin anywhere, stay, turn back. There is no end to reach.',
  next: 'Where you could go next',
  path: 'All the places',
  places: {
    understand: {
      name: 'Understanding',
      line: 'What numbness is, and where it can come from.',
    },
    acknowledge: {
      name: 'Letting it be so',
      line: 'Saying that you feel little, without judging it. It helped you get through.',
    },
    body: {
      name: 'The body',
      line: 'Ground, breath and small movements. Feelings live there, too.',
    },
    writing: {
      name: 'Writing',
      line: 'A page where nothing has to make sense, and nobody reads along.',
    },
    mindfulness: {
      name: 'Noticing',
      line: 'Looking at what is there, without changing it.',
    },
    others: {
      name: 'One safe person',
      line: 'Someone who needn’t fix it. A few plain words can be a start.',
    },
    creativity: {
      name: 'Making something',
      line: 'A line, a colour, a sound, for nothing and nobody.',
    },
    support: {
      name: 'Someone trained',
      line: 'A therapist can go at your pace. Asking is allowed at any size of trouble.',
    },
  },
  help: {
    name: 'At any point: Help',
    line: 'If it is more than numbness, or you may not be safe. Numbers for your country, also offline.',
  },
  things: {
    checkIn: { title: 'Say how near feelings feel', detail: '‘Nothing’ is an answer, too' },
    page: { title: 'A page of your own', detail: 'It stays on this phone' },
    practise: {
      title: 'Look through the exercises',
      detail: 'All there are, and nothing to finish',
    },
    therapies: { title: 'Five kinds of therapy', detail: 'What they are, and what you could ask' },
    help: { title: 'Help', detail: 'Numbers for your country, and something to hold on to' },
  },
  because: {
    help: 'You needn’t be alone with this.',
    begin: 'A quiet place to begin.',
    unseen: 'You have not been here yet.',
    change: 'Another side of it, for a change.',
  },
  ground:
    'While things seem unreal or too much, something to hold on to comes first. The rest stays here.',
  marked: (title: string) => `You marked ‘${title}’.`,
  here: {
    today: 'You were here today.',
    yesterday: 'You were here yesterday.',
    on: (weekday: string) => `You were here on ${weekday}.`,
    before: 'You have been here before.',
  },
}
