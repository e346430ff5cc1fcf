/** The words of a note. */
export const enNote = {
  label: 'A note',
  where: 'Only on this phone',
  save: 'Keep the note',
  saved: 'The note is kept, only on this phone.',
}
