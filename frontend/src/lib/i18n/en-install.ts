/** The invitation to put Thaw on the home screen; made once. */
export const enInstall = {
  title: 'Keep Thaw close?',
  prompt: 'On the home screen it opens like any other app, also with no connection.',
  ask: 'Put it there',
  ios: {
    lead: 'From the home screen it opens like any other app, also with no connection, and can send reminders.',
    picture: 'The row of buttons at the bottom of Safari, with Share in the middle of it.',
    steps: [
      'Tap Share: the square with an arrow out of it.',
      'Choose ‘Add to Home Screen’, further down the list.',
      'Tap ‘Add’.',
    ],
    apart:
      'The app on the home screen begins empty: iPhones keep its storage apart from Safari’s. What you noted so far stays here. A copy on this server keeps it safe, should Safari clear it.',
    copy: 'Make a copy first',
  },
  firefox: {
    lead: 'From the home screen it opens like any other app, also with no connection.',
    picture: 'The menu of Firefox, three dots one above the other.',
    steps: [
      'Open the menu: the three dots beside the address.',
      'Choose ‘Install’ or ‘Add to Home screen’.',
      'Tap ‘Add’.',
    ],
  },
  done: 'I’ve done it',
  no: 'Not now',
  once: 'This is asked only once.',
}
