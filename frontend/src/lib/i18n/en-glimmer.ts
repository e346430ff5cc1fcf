/** The words of a glimmer. */
export const enGlimmer = {
  title: 'A faint moment',
  lead: 'Something came a little nearer: a colour, a warmth, a sound. It needs no name.',
  keep: 'Keep this moment',
  kept: 'Kept.',
  words: 'A few words, if there are any',
  another: 'Keep another',
}
