/** The words of past check-ins. */
export const enCheckIns = {
  then: 'How near did feelings feel?',
  title: 'Past check-ins',
  empty: 'Nothing is noted yet',
  emptyDetail: 'What you note on Today is gathered here. ‘Nothing’ counts too.',
  glimmer: 'A glimmer',
  foggy: 'A foggy while',
  noted: 'A check-in',
  hasNote: 'with a note',
  editing: {
    check_in: 'This check-in',
    glimmer: 'This glimmer',
    foggy_span: 'This foggy while',
  },
  when: 'When',
  delete: 'Delete it',
  deleted: 'Deleted.',
  restored: 'It is back.',
  saved: 'Kept on this phone.',
  gone: 'This check-in is not on this phone',
  goneDetail: 'It may have been deleted.',
  earlier: 'Show earlier ones',
}
