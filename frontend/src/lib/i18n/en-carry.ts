/** The words of taking things along and bringing them in. */
const one = (n: number, thing: string, things: string) =>
  n === 1 ? `1 ${thing}` : `${n} ${things}`

export const enCarry = {
  /** How many of a kind; kinds of a newer build are 'other things'. */
  counted: {
    check_ins: (n: number) => one(n, 'check-in', 'check-ins'),
    practices: (n: number) => one(n, 'practice', 'practices'),
    reminders: (n: number) => one(n, 'reminder', 'reminders'),
    settings: (n: number) => one(n, 'setting', 'settings'),
    sealed: (n: number) => one(n, 'sealed thing', 'sealed things'),
    note: (n: number) => one(n, 'note', 'notes'),
    entry: (n: number) => one(n, 'page', 'pages'),
    own: (n: number) => one(n, 'word of your own', 'words of your own'),
    signal: (n: number) => one(n, 'signal', 'signals'),
    making: (n: number) => one(n, 'thing you made', 'things you made'),
    kept: (n: number) => one(n, 'mark or favourite', 'marks and favourites'),
  } as Record<string, ((n: number) => string) | undefined>,
  others: (n: number) => one(n, 'other thing', 'other things'),
  stop: 'Stop',
  passphrase: 'Passphrase',
  show: 'Show the passphrase',
  hide: 'Hide the passphrase',
  phases: {
    reading: 'Gathering it. You can go on when it is done.',
    locking: 'Locking it. This can take half a minute on an older phone.',
    unlocking: 'Opening it. This can take half a minute on an older phone.',
    comparing: 'Looking at what is new.',
    writing: 'Writing it to this phone.',
    taking_back: 'Taking it back.',
  },
  soFar: (done: number, total: number) => `${done} of ${total}`,

  settings: {
    title: 'Your things, as files',
    take: 'Take it with you',
    takeDetail: 'Everything on this phone, as a file',
    first: 'Take it with you first',
    bring: 'Bring a file in',
    bringDetail: 'From Thaw, Daylio, How We Feel or moodtracker',
    unsynced: 'On the way',
    unsyncedDetail: 'What the server does not have yet',
  },

  take: {
    title: 'Take it with you',
    lead: 'A file of what you noted and made on this phone. It is made here, without a network, and goes only where you put it.',
    empty: 'There is nothing to take along yet',
    emptyDetail: 'What you note and make is gathered here.',
    inside: 'On this phone',
    without: 'What you left open and did not keep is not in it, and neither is the account.',
    form: 'Which kind of file',
    forms: {
      plain: {
        name: 'Everything, in one file',
        detail:
          'Thaw on another phone can read it. So can anyone who gets it: your notes are in it.',
      },
      locked: {
        name: 'Everything, locked',
        detail:
          'Nobody opens it without its passphrase, not even Thaw. If the words are lost, so is the file.',
      },
      tables: {
        name: 'Tables to read',
        detail:
          'Check-ins with notes, and practices, for a spreadsheet. Thaw cannot read them back in.',
      },
    },
    passphraseHint:
      'At least 12 letters. Four or five words that don’t belong together are easy to keep and hard to guess.',
    tooShort: 'That is shorter than 12 letters.',
    make: 'Make the file',
    ready: 'Your file is ready',
    readyMany: 'Your files are ready',
    named: (name: string, size: string) => `${name}, ${size}`,
    share: 'Share',
    save: (name: string) => `Save ${name}`,
    saving: 'It is on its way to your downloads.',
    notShared: 'It was not shared. It is still here.',
    again: 'Make another one',
    failed: 'The file could not be made just now. Nothing on this phone has changed.',
    kb: (n: number) => `${n} KB`,
    mb: (n: string) => `${n} MB`,
    tables: { check_ins: 'check-ins', practices: 'practices' },
  },

  bring: {
    title: 'Bring a file in',
    lead: 'A file of Thaw, or what Daylio, How We Feel or moodtracker export. The file is read on this phone.',
    first: 'You see what is in it first. Nothing is written before you say so.',
    choose: 'Choose a file',
    another: 'Choose another file',
    locked: 'This file is locked',
    lockedDetail: 'It opens with the passphrase that was chosen when it was made.',
    open: 'Open it',
    sources: {
      thaw: 'A file of Thaw',
      daylio: 'From Daylio',
      how_we_feel: 'From How We Feel',
      moodtracker: 'From moodtracker',
    },
    between: (from: string, to: string) => `Check-ins from ${from} to ${to}.`,
    fresh: 'New',
    nothingNew: 'There is nothing new in it.',
    here: (n: number) => `Here already: ${n}`,
    differing: (n: number) => `Here, but different: ${n}. What is on this phone stays as it is.`,
    misread: (n: number) => `Not understood: ${n}`,
    dropped: 'Left out, since a check-in has no place for it:',
    droppedIn: (name: string, rows: number) => `${name} (in ${one(rows, 'row', 'rows')})`,
    changed: 'This file was changed after Thaw made it. It can still be read.',
    how: {
      daylio:
        'Moods become words, and the five that Daylio comes with also say how pleasant it was. Activities become what was around. Notes stay on this phone. How near feelings were is left open: Daylio does not ask.',
      how_we_feel:
        'Feelings become words, tags become what was around. Notes and reflections stay on this phone. How near feelings were is left open: How We Feel does not ask.',
      moodtracker:
        'The mood says how pleasant it was, descriptions become words, and what you wrote stays on this phone as a note. How near feelings were is left open: moodtracker does not ask.',
    },
    zone: 'In which time zone was it noted?',
    withCopy:
      'New check-ins go into your copy on the server, like all others. Notes and pages stay here.',
    bringIn: 'Bring it in',
    done: (what: string) => `Brought in: ${what}.`,
    doneNothing: 'All of it was here already.',
    stopped:
      'Stopped. What was written stays, and the same file can be brought in again: nothing is doubled.',
    look: 'See past check-ins',
    takeBack: 'Take it back',
    takeBackDetail: 'What this import made is deleted. What you have changed since stays.',
    takeBackYes: 'Yes, take it back',
    takeBackNo: 'Leave it here',
    takenBack: (n: number) => `Taken back: ${n}.`,
    left: (n: number) => `${n} changed since, and stay.`,
    last: 'The last import',
    lastDetail: (source: string, when: string, what: string) => `${source}, ${when}: ${what}.`,
    lastUntil: 'It can be taken back for a week.',
    report: 'Save this list as a file',
    reportName: 'thaw-not-brought-in.txt',
    more: (n: number) => `… and ${n} more, in the file.`,
    row: (at: string) => `Row ${at}`,
    part: (at: string) => `In ${at}`,
    why: {
      shape: 'something in it is not as it needs to be',
      date: 'no date that can be read',
      nothing: 'there is nothing in it',
      mood: 'no mood from 0 to 10',
      columns: 'it has fewer columns than the first line',
      other_kind: 'Thaw has nothing of this kind',
      too_many: 'more than twenty; these are left out',
      differs: 'different on this phone',
    },
    troubles: {
      empty: 'This file is empty.',
      too_large: 'This file is larger than 200 MB, which is more than a phone can read at once.',
      letters:
        'The letters in this file cannot be read. It may be a picture, or something else than a table. If it is one, exporting it again, or saving it as UTF-8, often helps.',
      unknown:
        'This is no file that Thaw knows. It reads its own, and those of Daylio, How We Feel and moodtracker.',
      damaged:
        'This file is damaged or cut off, so nothing was read from it. Another copy may be whole.',
      newer: 'A newer Thaw made this file. Once this one is up to date, it can read it.',
      no_rows: 'There are no entries in this file.',
      passphrase: 'These words do not open it. Nothing is lost; you could try again.',
      other_key:
        'This file is locked with a key and not with a passphrase, so Thaw cannot open it.',
      full: 'This phone has no room left. What was written stays, and nothing is doubled when you try again.',
      failed: 'That did not work just now. Nothing is doubled when you try again.',
    },
  },
}
