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
        'Cards that you mark with ‘This sounds like me’, and exercises that you keep with your own, are remembered here alone. They are never sent, with a copy or without.',
        'What you search for among the exercises is looked up on this phone. It is not sent, and not kept.',
        'A file that you take with you is made on this phone, and goes only where you put it. Unless you lock it, whoever gets it can read it.',
        'A file that you bring in is read on this phone. What becomes of it is kept like anything you note.',
        'Without a copy on the server there is no account and no cookie. Only the screens for signing in need one; it is gone an hour later.',
        'Thaw asks no other server for anything: no fonts, no counters, no advertising.',
        'Thaw has no use for your place, microphone or contacts, and cannot look through your camera: camera, microphone and place are switched off for it.',
        'A photo comes into Thaw only when you take or choose it for an exercise. It is made smaller on this phone, and the place and time in it are left out.',
      ],
    },
    {
      title: 'What you write and make',
      sentences: [
        'Notes and everything you write in your own words stay on this phone. Thaw never sends them, with a copy or without.',
        'What you draw, colour, play or photograph stays on this phone, too. It is kept if you say so; what you leave open can be found for a day, and then it is let go.',
        'A page that dissolves is written nowhere.',
        'So they are gone if this phone’s data is deleted, but for files that you took with you.',
      ],
    },
    {
      title: 'If you keep a copy on the server',
      sentences: [
        'The account begins with no name, no e-mail and no password.',
        'You can add ways back in. Then the server keeps what they need: a public key for the lock of your phone, an e-mail address, a password that is scrambled, the secret of an app that shows digits, which is locked, recovery codes that are scrambled. Finger, face and the code of your phone never leave it.',
        'An e-mail address that you add as a way in is used to send you codes, and word when one of your ways in changes or another phone signs in. It is used for nothing else.',
        'There is one cookie. It says that this phone belongs to the account, and does nothing else.',
        'Check-ins, practices, reminders and settings are copied. The server can read them: it needs reminders to send them, and the others to bring them to your other phones.',
        'A copy that nobody can open any more is deleted: one with no way back in, and no phone of it seen for 400 days.',
        'Whoever runs the server can look into its database. They see no name there, and an e-mail address only if you gave one.',
      ],
    },
    {
      title: 'Reminders',
      sentences: [
        'A reminder travels through the message service of your browser’s maker. It is encrypted: the service sees when, not what.',
        'On the lock screen it says nothing of what you feel.',
        'If you give an e-mail address and say yes in a mail that goes there, a reminder comes by e-mail when no phone of yours can be reached. E-mail is less private: those who carry it can read it, and see that it comes from Thaw. It has the same few words, and nothing that tells us whether you opened it.',
        'A link in each mail ends them, without signing in. You can also take the address back under Reminders; then the server forgets it.',
      ],
    },
    {
      title: 'Addresses',
      sentences: [
        'As with any web page, the server sees the internet address you come from. It counts requests by it for a short while, and tries to sign in also by the e-mail address that was typed, so that nobody can flood it. It keeps neither in a table for that.',
      ],
    },
  ],
  tables: 'What the server has, with a copy',
  tablesLead: 'Every kind of row that belongs to an account, and nothing else:',
  kept,
  gone: 'Delete the copy in Settings, and every one of these rows is gone at once. Whoever runs the server may have back-ups; those are theirs to empty.',
}
