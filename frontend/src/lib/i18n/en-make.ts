import type { Sound } from '../making/sounds.ts'

/** The words of what lies on the screen to make something with, and of what was kept. */
export const enMake = {
  not: 'Nothing of this is judged, and nothing is read into it.',
  goesOn: 'Here is what you had begun.',
  where: 'only on this phone',
  left: 'What you made is still here',
  leftDetail: 'You can keep it, or let it go. If you do neither, it goes by itself within a day.',

  keep: {
    label: 'What becomes of it',
    hint: 'It is kept only if you say so.',
    keep: 'Keep it',
    letGo: 'Let it go',
    kept: 'Kept.',
    gone: 'It is gone.',
    back: 'It is back.',
    stuck: 'That did not work just now. It is still here; you could try again.',
  },

  steps: {
    label: 'Steps',
    undo: 'Undo',
    redo: 'Redo',
    clear: 'Clear',
    undone: 'Taken back.',
    redone: 'Done again.',
    nothing: 'There is no step that way.',
    empty: 'The sheet is empty.',
    cleared: 'The sheet is clear. Undo brings all of it back.',
  },

  doodle: {
    sheet: (lines: number) => `A sheet to draw on, ${lines === 1 ? '1 line' : `${lines} lines`}`,
    keys: 'By keyboard: the arrow keys move the brush, with Shift further. Space puts it down or lifts it.',
    colour: 'Colour',
    down: (where: string) => `Brush down, ${where}.`,
    up: (where: string) => `Brush lifted, ${where}.`,
    ninths: [
      'top left',
      'top',
      'top right',
      'left',
      'in the middle',
      'right',
      'bottom left',
      'bottom',
      'bottom right',
    ],
  },

  colours: {
    which: 'What to colour',
    field: 'A sheet',
    body: 'A body',
    sheet: 'A sheet of colours, six by six',
    keys: 'Tap, or draw a finger across. By keyboard: the arrow keys move, Space lays the colour down or takes it up.',
    place: (row: number, column: number, colour: string | undefined) =>
      `Row ${row}, column ${column}: ${colour ?? 'empty'}`,
    zone: (zone: string, colour: string | undefined) => `${zone}: ${colour ?? 'no colour'}`,
    bodyHint: 'Any colour, any place, or none. It needs no reason.',
  },

  sounds: {
    pad: 'Nine sounds',
    keys: 'Tap, or press 1 to 9. It is quiet until you do.',
    none: 'Quiet.',
    playing: (name: string) => `You touched: ${name}`,
    play: 'Play it',
    stop: 'Stop',
    names: {
      hum: 'a low hum',
      low: 'a deep tone',
      round: 'a round tone',
      warm: 'a warm tone',
      clear: 'a clear tone',
      bell: 'a small bell',
      wind: 'wind',
      rain: 'soft rain',
      bowl: 'a bowl',
    } satisfies Record<Sound, string>,
  },

  sixWords: {
    label: 'Six words, or near it',
    free: 'Fewer is fine. More is fine.',
    count: (n: number) => (n === 1 ? '1 word' : `${n} words`),
  },

  textures: {
    one: (n: number) => ['The first', 'The second', 'The third'][n] ?? '',
    photo: 'Take a photo',
    another: 'Another photo',
    remove: 'Without the photo',
    words: 'In words, if you like',
    alt: (n: number) => `Your photo, ${n + 1} of 3`,
    unreadable: 'This picture could not be opened. Words do as well.',
    where: 'Photos stay on this phone. Place and time are taken out of them.',
  },

  page: {
    label: 'Your page',
    where: 'It keeps itself, and lies with your pages under Write.',
    gone: 'The page is gone.',
    back: 'The page is back.',
  },

  dissolving: {
    label: 'A page that does not stay',
    where:
      'Nothing of this is kept. It goes when you finish, or when this screen closes. Your keyboard may learn words by itself; Thaw does not.',
    dissolve: 'Let it dissolve',
    gone: 'It is gone. Nothing of it was kept.',
    again: 'Another one',
  },

  made: {
    title: 'What you made',
    one: 'Made by you',
    lead: 'It is here because you kept it. It lies on this phone and nowhere else.',
    none: 'Nothing is kept here',
    noneDetail:
      'When you draw, colour or play in an exercise, you can keep it or let it go. What you keep is gathered here.',
    try: 'See the exercises',
    open: 'Left open',
    openDetail: 'Begun within the last day, and neither kept nor let go.',
    earlier: 'Show earlier ones',
    delete: 'Delete it',
    deleted: 'Deleted.',
    restored: 'It is back.',
    gone: 'This is not on this phone',
    goneDetail: 'It may have been deleted, or made on another phone.',
    all: 'All that is kept',
    names: {
      doodle: 'A doodle',
      colours: 'Colours',
      sounds: 'Sounds',
      six_words: 'Six words',
      textures: 'Textures',
    },
    lines: (n: number) => (n === 1 ? '1 line' : `${n} lines`),
    touches: (n: number) => (n === 1 ? '1 sound' : `${n} sounds`),
  },
}
