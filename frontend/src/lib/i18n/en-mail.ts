/** The words of reminders by e-mail, loaded with the Reminders screen. */
export const enMail = {
  title: 'If no phone can be reached',
  offer: 'A reminder can come by e-mail instead, if you like.',
  begin: 'Set up e-mail',
  honest:
    'E-mail is less private than a message to this phone. Those who carry it can read it, and so can anyone who looks into your mailbox. It has the same few words as a reminder here, and says that it comes from Thaw.',
  label: 'Your e-mail address',
  ask: 'Send a mail to check it',
  asked: (address: string) =>
    `A mail with a link goes to ${address}. Open the link and say yes there. Until then, nothing else is sent.`,
  look: 'Nothing there? It can take some minutes, or lie with unwanted mail. An address gets at most three such mails in a week.',
  again: 'Send it again',
  other: 'Another address',
  confirmed: (address: string) =>
    `When no phone of yours can be reached, reminders go to ${address}.`,
  resting: 'This server sends no e-mail at the moment.',
  gone: (address: string) =>
    `Mail does not get to ${address}: there seems to be no such mailbox. Nothing more is sent there.`,
  unsubscribed: (address: string) =>
    `Mail to ${address} was stopped with the link in a mail. Nothing more is sent there.`,
  restart: 'Use it again',
  stop: 'Stop e-mail',
  forget: 'Forget the address',
  forgetYes: 'Yes, forget it',
  stopDetail: 'The server forgets the address.',
  stopYes: 'Yes, stop it',
  keep: 'Keep it',
  stopped: 'No more e-mail. The address is forgotten.',
  unknown: 'Reminders by e-mail: there is no connection just now.',
  offline: 'There is no connection just now. Nothing has changed.',
  refused: 'That can’t be used as an e-mail address.',
  often: 'That was asked for a few times already. It works again in a while.',
  failed: 'That did not work just now. Nothing has changed.',
  busy: 'One moment.',
}
