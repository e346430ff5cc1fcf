/** The words at an address that is not there. */
export const enMissing = {
  title: 'There is nothing at this address',
  text: 'The link may be old. Everything you noted is where it was.',
  home: 'Go to Today',
}
