/** The words that several screens have for the exercises. */
export const enPractise = {
  title: 'Practise',
  empty: 'The exercises are not on this phone yet',
  emptyDetail: 'They come by themselves with the first connection.',
  gone: 'This exercise is not on this phone',
  all: 'All exercises',
  kinds: {
    acknowledge: 'Acknowledge',
    breathwork: 'Breath',
    movement: 'Movement',
    grounding: 'Grounding',
    mindfulness: 'Mindfulness',
    writing: 'Writing',
    others: 'Other people',
    creativity: 'Creativity',
    understanding: 'Understanding',
  },
}
