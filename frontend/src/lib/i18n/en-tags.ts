/** What an exercise asks and where it fits, in words. */
export const enTags = {
  energy: { low: 'asks little', medium: 'asks some energy', high: 'asks more energy' },
  place: {
    in_bed: 'in bed',
    in_public: 'in public',
    outdoors: 'outdoors',
    no_one_notices: 'no one notices',
  },
  posture: { lying: 'lying', sitting: 'sitting', standing: 'standing', walking: 'walking' },
  tool: {
    page: 'A private page opens. What you write stays on this phone.',
    dissolving_page: 'A page opens that keeps nothing.',
    doodle: 'You can draw here.',
    colours: 'You can play with colours here.',
    sounds: 'You can play with sounds here.',
    six_words: 'There is room here for six words.',
    textures: 'You look for three textures, with or without photos.',
  },
}
