/** The words of the account: ways in, signing in on another phone, other phones, logging out. */
export const enAccount = {
  title: 'Account and devices',
  linkDetail: 'Ways back in, other phones, logging out',
  elsewhere: 'I have Thaw on another phone',
  elsewhereDetail: 'Sign in, and what is there comes here',

  state: {
    alone: 'Only this phone can open the copy',
    aloneDetail:
      'The copy on the server has no name and no password. If this phone is lost, nobody can reach it again, not even whoever runs the server. With one of these ways you could open it on another phone.',
    ways: 'There is a way back in',
    waysDetail: 'You could open the copy on another phone, also if this one is lost:',
    passkeys: (n: number) => (n === 1 ? 'the lock of a phone' : `the locks of ${n} phones`),
    email: (address: string) => `a code by e-mail to ${address}`,
    password: (app: boolean) => (app ? 'a password, with an app' : 'a password'),
    codes: (n: number) => (n === 1 ? '1 recovery code' : `${n} recovery codes`),
    mail: 'This server does not send e-mail, so there is no way in by e-mail here.',
  },

  ended: {
    title: 'The server does not know this phone just now',
    ways: 'Its access may have been ended from another phone, or the account was deleted, or it was away for very long. Everything you noted is still here. Sign in again, and it goes on where it stopped; or begin a new copy, and all of it goes up again.',
    none: 'The browser may have lost its key, or it was away for very long. Everything you noted is still here. You could begin a new copy: all of it goes up again.',
    link: 'See what to do',
    again: 'Sign in again',
    anew: 'Begin a new copy',
    other: 'Or sign in to another account',
    begun: 'A new copy has begun.',
    along: 'What is on this phone goes along to whichever account you sign in to.',
  },

  emptying: {
    stays: 'The copy on the server stays, and you can sign in to it again.',
    goes: 'Nobody could open the copy on the server without this phone, so with the next connection the server deletes it too. With a way in, under ‘Account and devices’, you could come back to it.',
    lost: (n: number) =>
      n === 1
        ? '1 change has not gone up, and would be lost.'
        : `${n} changes have not gone up, and would be lost.`,
  },

  left: {
    alone: 'Since this phone logged out, what you note stays on it alone.',
    title: 'This phone is logged out',
    detail: 'Everything is still here. Signing in again goes on where it stopped.',
  },

  passkey: {
    title: 'The lock of this phone',
    detail:
      'Finger, face or the code of your phone, as when you unlock it. It can come along to a new phone, if your phone backs up passkeys.',
    has: (n: number) => (n === 1 ? 'One is set up.' : `${n} are set up.`),
    add: 'Add the lock of this phone',
    added: 'The lock of this phone opens the copy now.',
    another: 'Add another one',
    remove: 'Remove it',
    removeDetail: (name: string) => `${name} can then not be used to sign in any more.`,
    removeYes: 'Yes, remove it',
    removed: 'Removed.',
    show: 'Show which ones',
    unnamed: 'A phone',
  },
  email: {
    title: 'E-mail',
    detail:
      'To sign in, a code comes to your address, and word when a way in changes. The server then knows the address, and uses it for nothing else.',
    has: (address: string) => `Codes go to ${address}.`,
    change: 'Use another address',
    label: 'Your e-mail address',
    send: 'Send me a code',
    sent: (address: string) => `A code is on its way to ${address}. It may take a minute.`,
    code: 'The code from the e-mail',
    confirm: 'That is the code',
    again: 'Send another one',
    have: 'I have a code already',
    added: 'The address is confirmed.',
    remove: 'Remove the address',
    removeDetail: 'No more codes come to it.',
    removeDetailPassword:
      'No more codes come to it, and the password that goes with it is removed too.',
    removeYes: 'Yes, remove it',
    removed: 'The address is removed.',
    onlyWay: 'It is the only way back in. With another one it could be removed.',
  },
  password: {
    title: 'Password and app',
    detail:
      'A password goes with your e-mail address. An app that shows six digits makes it safer.',
    needsEmail: 'Confirm an e-mail address first; the password goes with it.',
    label: 'Your password',
    new: 'A new password',
    newDetail: 'Ten letters or more. A few words in a row are easy to keep in mind.',
    current: 'The password so far',
    set: 'Set the password',
    change: 'Change the password',
    added: 'The password is set.',
    app: 'Add an app',
    appTitle: 'Add it to your app',
    appDetail:
      'Open it in the app on this phone, or scan it with another one. You can also type it in.',
    open: 'Open my app',
    secret: 'To type in',
    picture: 'A square code for the app to scan',
    digits: 'Six digits from the app',
    confirm: 'Confirm',
    appAdded: 'The app is asked for after your password now.',
    appOn: 'After the password, the app is asked for.',
    removeApp: 'Remove the app',
    removeAppDetail: 'Your password alone is then enough.',
    removeAppYes: 'Yes, remove it',
    appRemoved: 'The app is removed.',
  },
  codes: {
    title: 'Recovery codes',
    detail:
      'For the day that a phone is lost. Each code opens the copy once, on its own. They are shown this one time.',
    left: (n: number) => (n === 1 ? '1 code is left.' : `${n} codes are left.`),
    make: 'Make recovery codes',
    anew: 'Make new ones',
    anewDetail: 'The codes that you have now end.',
    anewYes: 'Yes, make new ones',
    shown: 'Your recovery codes',
    shownDetail:
      'Keep them somewhere that is not this phone: on paper, or with somebody you trust. Each opens the copy once. They are not shown again.',
    copy: 'Copy them',
    copied: 'Copied.',
    notCopied: 'That could not be copied. You can mark the codes with your finger instead.',
    save: 'Save as a file',
    print: 'Print them',
    notFetched: 'The recovery codes could not be fetched; you can make them below.',
    kept: 'I kept them',
    file: 'Recovery codes for Thaw. Each one opens the copy once:',
  },

  proof: {
    title: 'First, is it you?',
    detail: 'Before a way in is changed, please show one of yours. Any of them will do.',
    passkey: 'Use the lock of this phone',
    code: 'Six digits from the app, or a recovery code',
    go: 'Go on',
  },

  devices: {
    others: 'End all other phones',
    othersDetail: 'Only this phone stays signed in. What lies on the others stays there.',
    othersYes: 'Yes, end them all',
    othersEnded: 'Only this phone is signed in now.',
  },

  leave: {
    title: 'Log out',
    detail: 'The copy stays on the server, and you can sign in again.',
    ask: 'Log out on this phone',
    waiting: (n: number) =>
      n === 1
        ? '1 change has not gone up yet. What is to become of what is on this phone?'
        : `${n} changes have not gone up yet. What is to become of what is on this phone?`,
    nothing: 'All that goes up has gone up. What is to become of what is on this phone?',
    aside: (n: number) =>
      n === 1
        ? '1 change was set aside, and is only on this phone. What is to become of what is here?'
        : `${n} changes were set aside, and are only on this phone. What is to become of what is here?`,
    ended: 'Nothing changes on the server, which does not know this phone just now.',
    endedAsk: 'What is to become of what is on this phone?',
    never:
      'There is no way back in. If you log out, the server deletes its copy now, since nobody could ever open it again.',
    neverWay: 'You could add a way in above, and log out then.',
    keep: 'Log out and keep everything here',
    send: 'Send it first, then log out',
    notSent: 'It could not be sent just now, so this phone is still signed in. Nothing is lost.',
    delete: 'Log out and delete it from this phone',
    deleteDetail:
      'Check-ins, notes, pages and what you made on this phone are gone for good. Notes and what you made were never on the server.',
    deleteYes: 'Yes, log out and delete',
    stay: 'Stay signed in',
    out: 'This phone is logged out. Everything is still here.',
    empty: 'This phone is logged out, and empty.',
    notEmpty:
      'This phone is logged out, but what is here could not be deleted. You can try that again in Settings.',
  },

  signIn: {
    title: 'Sign in',
    lead: 'For a phone that joins one you already use Thaw on.',
    along: 'What you noted on this phone comes along. Nothing is lost, and nothing is there twice.',
    noWay:
      'For this, the other phone needs a way in: there, open Settings, then ‘Account and devices’.',
    mine: 'This phone belongs to an account with ways in of its own. To sign in to another one, log out first.',
    how: 'How would you like to sign in?',
    passkey: 'With the lock of this phone',
    email: 'With a code by e-mail',
    password: 'With a password',
    codes: 'I lost my phone: a recovery code',
    codeLabel: 'A recovery code',
    codeDetail: 'Sixteen letters and digits. Small or large, with or without lines.',
    go: 'Sign in',
    back: 'Another way',
    forgot: 'I do not know it any more',
    forgotDetail: 'A code comes by e-mail. With it you can choose a new password.',
    second: 'One more step',
    secondDetail: 'This account also asks for your app.',
    secondCode: 'Six digits from the app, or a recovery code',
    secondPasskey: 'Use the lock of the phone',
    in: 'You are signed in',
    inDetail: 'What is on this phone goes up now, and what is on the other one comes here.',
    today: 'To Today',
    ways: 'Ways back in',
    offline: 'Signing in needs a connection, and there is none just now.',
  },

  busy: 'One moment.',
  failed: 'That did not work just now. Nothing has changed.',
  offline: 'There is no connection just now. Nothing has changed.',
  tooMany: (minutes: number) =>
    minutes <= 1
      ? 'That was a few times in a row. Please wait a minute, then try again.'
      : `That was a few times in a row. Please wait ${minutes} minutes, then try again.`,
  /** By the code of a refusal; see lib/refused.ts. */
  refused: {
    incorrect_code: 'That code does not fit. It may be mistyped, or used already.',
    email_password_mismatch: 'Address and password do not fit together.',
    enter_current_password: 'That is not the password so far.',
    too_many_login_attempts: 'That was a few times in a row. Please wait a little, then try again.',
    email_taken: 'This address cannot be used here.',
    invalid: 'Something about that is not complete. Please look at it once more.',
    required: 'Please fill this in.',
    expired: 'This code is over. You could send for another one.',
    no_mail: 'This server does not send e-mail.',
    password_too_short: 'That password is too short. Ten letters or more would do.',
    password_too_common: 'Many people use that password. Another one would be safer.',
    cancelled: 'The question of your phone was closed. Nothing has changed; you can try again.',
    known: 'This phone is a way in already.',
    unsupported: 'This browser could not use the lock of your phone.',
    over: 'This phone can’t delete the copy any more. You could sign in again, or delete it on another phone.',
    has_ways: 'This phone belongs to an account with ways in of its own. Log out first.',
  } as Record<string, string>,
}
