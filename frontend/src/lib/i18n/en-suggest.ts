/** Today's one small step, and why it is this one. */
export const enSuggest = {
  step: 'One small step',
  other: 'Something else',
  way: 'The way',
  length: (text: string) => `${text.replace(' ', '\u00a0')}, if it suits.`,
  none: 'Nothing has to be done now. You could look around, and find three things that are near.',
  because: {
    glass: 'You said ‘behind glass’: this one looks outward.',
    unreal: 'Something to hold on to, as things seem unreal.',
    too_much: 'Something steady, as it is a lot just now.',
    tender: 'Small, and outside yourself: an easy one for today.',
    far: 'A very small one, for when feelings are far.',
    night: 'Something quiet, for a night awake.',
    untried: 'You have not tried this yet.',
    small: 'Small, and it can be left at any time.',
    nearer: (times: number, of: number) =>
      `You seemed a little nearer after it, ${times} of ${of} times.`,
    more: (times: number, of: number) => `You felt more after it, ${times} of ${of} times.`,
    marked: (title: string) => `It goes with ‘${title}’, a card you marked.`,
  },
}
