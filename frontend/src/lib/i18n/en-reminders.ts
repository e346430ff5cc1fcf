const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five']
const most = (n: number) => `at most ${NUMBERS[n] ?? n} ${n === 1 ? 'comes' : 'come'} in a day`

/** The words of Reminders and Settings, loaded with those screens. */
export const enReminders = {
  title: 'Reminders',
  lead: 'An invitation, not a duty. Few in a day, and fewer still when you’re not around.',
  empty: 'No reminder yet',
  emptyDetail: 'A quiet nudge at an hour that suits you, if you want one.',
  quiet: (from: string, to: string) => `From ${from} to ${to} it is quiet: nothing arrives then.`,
  quietNever: 'At this time it would never come.',
  quietLater: (time: string) => `It comes at ${time} instead.`,
  quietAt: (time: string) => `At ${time} instead`,
  inQuiet: 'It lies in your quiet hours, so it does not come.',
  add: 'Another reminder',
  addFirst: 'Make a reminder',
  new: 'A new reminder',
  edit: 'This reminder',
  kind: 'What for',
  which: 'Which one',
  any: 'Any of this kind',
  time: 'At about',
  days: 'On these days',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  everyDay: 'every day',
  noDays: 'Choose at least one day.',
  window: 'If it can’t arrive on time, it may still come within',
  exact: 'On the minute',
  exactDetail: 'Off: it comes up to ten minutes later, so that it feels less like an alarm.',
  pausedUntil: 'Pause until',
  clearPause: 'End the pause',
  paused: (day: string) => `Paused until ${day}`,
  next: (when: string) => `Next: ${when}`,
  cannotArrive: 'Kept on this phone. It cannot arrive yet.',
  unreached: 'It cannot arrive on this phone yet.',
  cap: (n: number) =>
    n === 1
      ? 'At most one reminder comes in a day, the earliest one.'
      : `At most ${NUMBERS[n] ?? n} reminders come in a day, the earliest ones.`,
  capLink: 'Change that',
  capMore: (n: number) => `Let ${NUMBERS[n] ?? n} come in a day`,
  capMoved: (n: number) => `Up to ${NUMBERS[n] ?? n} in a day from now on.`,
  capBack: 'As before.',
  earlier: (n: number) =>
    `On these days ${n === 1 ? 'an earlier reminder comes' : 'earlier reminders come'}, and ${most(n)}.`,
  beside: (n: number) =>
    `${n === 1 ? 'Another reminder is' : 'Others are'} at about the same time, and ${most(n)}.`,
  off: 'Off',
  paces: {
    half: 'For now every second one comes.',
    weekly: 'For now one comes in a week.',
    fortnightly: 'For now one comes in two weeks.',
    resting: 'It is resting.',
  },
  wake: 'As planned again',
  woken: 'It will come as planned again.',
  fewer: 'Fewer',
  fewerDone: 'Half as many from now on.',
  fewerUndone: 'As many as before.',
  after: (text: string) => `After ${text}`,
  anchor: 'After something you do anyway, if you like',
  anchorHint: 'Such as: coffee. Your words stay on this phone.',
  open: 'Say more on the lock screen',
  openDetail:
    'Off: it says ‘A small pause’. On: it says what for, such as ‘A minute to breathe’. Others may read it there.',
  switch: (name: string) => `${name}: on or off`,
  delete: 'Delete it',
  deleted: 'Deleted.',
  restored: 'It is back.',
  saved: 'Kept.',
  gone: 'This reminder is not on this phone',
  goneDetail: 'It may have been deleted.',
  pickTime: 'Choose a time.',
  left: 'What you changed was not kept.',

  reach: {
    consentTitle: 'How can it reach you?',
    consent:
      'To send a reminder while Thaw is closed, this server has to know a little. If you agree, it is told:',
    goes: [
      'your reminders: what for, the time, the days',
      'your time zone',
      'an address for messages to this phone, which your browser makes',
      'your check-ins: nearness, absences, energy, pleasantness and times, since one copy is kept of all of it',
    ],
    stays: 'Your notes stay on this phone. No name and no e-mail is asked for.',
    agree: 'Agree and allow reminders',
    keepHere: 'The reminder is kept on this phone. It cannot arrive until you agree.',
    perhaps: 'As far as this phone can tell without the server, it can be reached.',
    subscribed: 'This phone can be reached.',
    denied:
      'The browser does not allow messages from Thaw. The reminder is kept. If you change your mind: in the browser’s settings for this site, allow notifications.',
    unsupported:
      'This browser cannot receive messages while Thaw is closed. On an iPhone it can once Thaw is on the home screen. The reminder is kept.',
    byMail:
      'Where this server sends e-mail, a reminder can come that way too. For that it has to know of it:',
    offline: 'There is no connection just now. The reminder is kept; you can agree again later.',
    failed: 'That did not work just now. The reminder is kept; you can try again.',
    busy: 'One moment.',
    slow: 'This takes a while: your browser asks for an address for messages. It can be half a minute. The reminder is kept, wherever you go meanwhile.',
  },

  settings: {
    title: 'Settings',
    remindersDetail: 'When, how often, and whether they arrive',
    phone: 'This phone',
    copy: 'A copy on this server',
    copyOff: 'Everything is on this phone alone.',
    copyOn: 'A copy is kept on this server.',
    goesTitle: 'If you agree, this goes to the server:',
    goes: [
      'check-ins: nearness, absences, energy, pleasantness and times',
      'reminders and the time zone',
      'a few settings, such as quiet hours',
    ],
    stays: 'Notes and everything else you write or make stay on this phone.',
    agree: 'Keep a copy on this server',
    offline: 'There is no connection just now. Nothing has changed.',
    failed: 'That did not work just now. Nothing has changed.',
    pending: (n: number) =>
      n === 0
        ? 'Nothing is waiting.'
        : n === 1
          ? '1 change is waiting.'
          : `${n} changes are waiting.`,
    last: (when: string) => `Last answer from the server: ${when}`,
    deletions:
      'Another phone deleted a great part of what is here. Nothing is deleted on this phone until you agree.',
    deletionsYes: 'Delete it here too',
    collections: {
      check_ins: 'A check-in',
      practices: 'A practice',
      reminders: 'A reminder',
      settings: 'A setting',
      sealed: 'Something you wrote or drew',
    },
    deleteCopy: 'Delete the copy on the server',
    deleteCopyDetail: 'The server forgets everything at once. This phone keeps what it has.',
    deleteCopyYes: 'Yes, delete the copy',
    deletePhone: 'Delete everything on this phone',
    deletePhoneDetail:
      'Check-ins, notes, pages, what you made, reminders and settings on this phone are gone for good. This cannot be undone.',
    deletePhoneYes: 'Yes, delete everything here',
    phoneDeleted: 'This phone is empty now.',
    keepIt: 'Keep it',
  },
}
