import { lengthOf } from './dates.ts'

const inAbout = (seconds: number) =>
  seconds > 0 ? ` In about ${lengthOf(seconds)} you can try again.` : ' You can try again later.'

/** The words of 'Can this phone be reached?' */
export const enReach = {
  title: 'Can this phone be reached?',
  link: 'Check it',
  looking: 'Looking.',
  fine: 'Everything that is needed is there.',
  again: 'Look again',
  mending: 'One moment.',
  mended: 'That worked.',
  notMended:
    'That did not work. The browser gave this phone no address. Its own message service may be switched off: look in the browser’s settings.',
  offline: 'There is no connection just now. Nothing has changed.',
  failed: 'The server could not do that just now. You can try again later.',

  problems: {
    unsupported: {
      title: 'This browser can’t receive messages',
      detail:
        'It has no way to take one while Thaw is closed; a private window never has. Your reminders are kept. Another browser on this phone may be able to.',
    },
    home: {
      title: 'Thaw has to be on the home screen',
      detail:
        'On an iPhone or iPad, reminders only arrive for what is on the home screen. Put Thaw there, open it from there, and come back to this page.',
    },
    not_asked_for: {
      title: 'Nothing is sent to this phone',
      detail: 'You have not asked this server for reminders. It begins with making one.',
    },
    denied: {
      title: 'The browser doesn’t allow it',
      detail:
        'Thaw can’t ask again. If you change your mind: open the browser’s settings for this site, allow notifications there, and come back.',
    },
    not_allowed: {
      title: 'This phone has not been asked yet',
      detail: 'The browser wants your word before it shows a reminder.',
    },
    no_worker: {
      title: 'A part of Thaw is not running',
      detail: 'It is the part that waits for reminders in the background.',
    },
    no_address: {
      title: 'This phone has no address',
      detail: 'The browser has made none yet, or has let go of it. One can be made.',
    },
    signed_out: {
      title: 'The server no longer knows this phone',
      detail: 'Everything you noted is still here. Settings say what you can do.',
    },
    no_answer: {
      title: 'The server did not answer',
      detail: 'What this phone itself needs is there. The rest can be looked at later.',
    },
    unknown: {
      title: 'The server does not know this address',
      detail: 'This phone has one, but reminders are not sent to it yet.',
    },
    retired: {
      title: 'The old address no longer works',
      detail:
        'The message service of your browser’s maker has given it up, so nothing is sent there. A new one can be made.',
    },
    old_key: {
      title: 'The address belongs to an older key',
      detail: 'The server has a new key. The address has to be made anew for it.',
    },
  },
  cures: { allow: 'Allow reminders', renew: 'Make an address', rebuild: 'Start it again' },
  toReminders: 'To the reminders',
  toSettings: 'To the settings',

  looked: 'What was looked at',
  checks: {
    browser: 'The browser can receive messages',
    place: 'Where Thaw was opened',
    allowed: 'Reminders are allowed',
    worker: 'The part in the background is running',
    address: 'This phone has an address',
    known: 'The server knows it',
    key: 'It was made for the server’s key of today',
    accepted: 'Last taken by the message service',
    shown: 'Last shown on this phone',
  },
  yes: 'Yes',
  no: 'No',
  unknown: 'The server has not said',
  beside: 'Yes, and from the next start on for this page too',
  installed: 'From the home screen',
  inBrowser: 'In the browser. That is enough here.',
  inBrowserOnApple: 'In the browser',
  never: 'Not yet',

  trial: {
    title: 'Try it',
    lead: 'A message to this phone, the way reminders go.',
    send: 'Send me one now',
    another: 'Send another',
    asking: 'Asking the server.',
    asked: 'The server was asked.',
    accepted: 'The message service took it.',
    waiting: 'Waiting for this phone to show it.',
    shown: 'This phone showed it.',
    unseen: 'After 30 seconds this phone has not shown it. It may still come.',
    unseenLook: 'If not, it may be one of these:',
    advice: [
      'A focus or ‘Do not disturb’ is on.',
      'The phone’s own settings don’t allow notifications for this browser, or for Thaw.',
      'A battery saver holds messages back. The phone’s settings may let the browser run in the background.',
    ],
    not: {
      nowhere: () => 'The server knows no address of this phone, so nothing was sent.',
      mailed: () =>
        'The server knows no address of this phone. It turned to your e-mail address instead.',
      unanswered: () => 'The message service gave no answer. It may have taken the message.',
      gone: () => 'The message service no longer knows this address. Nothing was sent.',
      other_key: () => 'The address was made for another key of this server. Nothing was sent.',
      unauthorised: () =>
        'The message service does not take this server’s signature. That is for whoever runs it to mend; nothing is wrong with this phone.',
      too_large: () =>
        'The message was too large for the message service. That is our fault; nothing is wrong with this phone.',
      refused: () =>
        'The message service did not take it. That is for whoever runs this server to mend; nothing is wrong with this phone.',
      busy: (seconds: number) => `The message service is busy.${inAbout(seconds)}`,
      unreachable: (seconds: number) =>
        `This server could not reach the message service.${inAbout(seconds)}`,
      resting: (seconds: number) =>
        `The message service has had trouble and is left alone for a while.${inAbout(seconds)}`,
      often: (seconds: number) => `That was often in a short time.${inAbout(seconds)}`,
      offline: () => 'There is no connection just now. Nothing was sent.',
      failed: () => 'The server could not do that just now.',
    },
    status: (status: number) => `Its answer: ${status}.`,
  },
}
