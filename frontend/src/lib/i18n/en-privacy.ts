import kept from './privacy-tables.json'

/**
 * Each sentence is true of the program: tests/docs/test_privacy.py, and test_privacy.py and test_understand.py in
 * tests/e2e, hold it to them.
 */
export const enPrivacy = {
  title: 'Privacy',
  lead: 'What Thaw keeps, and where. In short: on this phone, unless you ask for a copy.',
  parts: [
    {
      title: 'On this phone',
      sentences: [
        'Everything you note is kept in this browser, on this phone.',
        'Cards that you mark with ‘This sounds like me’ are remembered here alone. The marks are never sent, with a copy or without.',
        'Without a copy on the server there is no account and no cookie.',
        'Thaw asks no other server for anything: no fonts, no counters, no advertising.',
        'Thaw has no use for your place, camera, microphone or contacts; camera, microphone and place are switched off for it.',
      ],
    },
    {
      title: 'What you write',
      sentences: [
        'Notes and everything you write in your own words stay on this phone. They are never sent, with a copy or without.',
        'So they are gone if this phone’s data is deleted.',
      ],
    },
    {
      title: 'If you keep a copy on the server',
      sentences: [
        'The account has no name, no e-mail and no password.',
        'There is one cookie. It says that this phone belongs to the account, and does nothing else.',
        'Check-ins, practices, reminders and settings are copied. The server can read them: it needs reminders to send them, and the others to bring them to your other phones.',
        'Whoever runs the server can look into its database. They see no name there.',
      ],
    },
    {
      title: 'Reminders',
      sentences: [
        'A reminder travels through the message service of your browser’s maker. It is encrypted: the service sees when, not what.',
        'On the lock screen it says nothing of what you feel.',
      ],
    },
    {
      title: 'Addresses',
      sentences: [
        'As with any web page, the server sees the internet address you come from. It counts requests by it for a short while, so that nobody can flood it, and keeps it in no table.',
      ],
    },
  ],
  tables: 'What the server has, with a copy',
  tablesLead: 'Every kind of row that belongs to an account, and nothing else:',
  kept,
  gone: 'Delete the copy in Settings, and every one of these rows is gone at once. Whoever runs the server may have back-ups; those are theirs to empty.',
}
