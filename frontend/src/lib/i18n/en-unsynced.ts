/** The words of what the server does not have yet. */
const changes = (n: number) => (n === 1 ? '1 change' : `${n} changes`)

export const enUnsynced = {
  title: 'On the way',
  allHere: 'All of it is on this phone',
  allHereDetail:
    'Nothing goes up from this phone. In Settings you can keep a copy on the server, or take a file with you.',
  allThere: 'Everything is on the server',
  allThereDetail: (when: string) => `Its last answer was on ${when}.`,
  settings: 'Settings',
  file: 'Take it with you',

  waiting: (n: number) => `Waiting: ${changes(n)}`,
  waitingDetail:
    'They are safe on this phone and go up by themselves as soon as there is a connection.',
  offline: 'There is no connection just now.',
  troubles: {
    network: 'The server could not be reached just now.',
    portal:
      'Something between this phone and the server answers in its place. A Wi-Fi may want you to log in.',
    server: 'The server could not answer just now.',
  },
  more: (n: number) => `and ${n} more`,

  aside: (n: number) => `Set aside: ${changes(n)}`,
  asideDetail: 'The server could not take these. They are still on this phone.',
  tryAll: 'Try all again',
  trying: 'Trying.',
  tried: 'That try is over. What is still listed here has not gone up.',
  keep: 'Keep a file of these',
  fileName: 'thaw-not-synced.json',
  saving: 'It is on its way to your downloads.',
  failed: 'That did not work just now. Nothing has changed.',
  letGo: 'Let it go',
  letGoNew: 'It is deleted from this phone as well, with its note.',
  letGoEdit: 'On this phone, too, it becomes what it was before this change.',
  letGoDelete: 'It is not deleted after all, and comes back.',
  letGoYes: 'Yes, let it go',
  letGoNo: 'Keep it',
  gone: 'Let go.',
  back: 'It is back.',
  says: 'What it says, to copy',
  deletion: (what: string) => `${what}, deleted`,
  reasons: {
    refused: 'The server could not take it, alone either.',
    part: (name: string) => `The server could not read a part of it: ${name}.`,
    none: 'The server could not take it as it is.',
  },
  today: (clock: string) => `today ${clock}`,
  at: (what: string, when: string) => `${what}, ${when}`,
}
