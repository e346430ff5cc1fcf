/** The words of Write. */
export const enWrite = {
  title: 'Write',
  page: 'This page',
  lead: 'A page for you alone. It need not be good, or finished, or true tomorrow.',
  label: 'Your page',
  where: 'only on this phone',
  kept: 'Kept, only on this phone.',
  unkept: 'What you wrote could not be kept yet. It is still here, in Write.',
  both: 'Another window wrote on this page too. Both are kept, as two pages.',
  begin: 'A way to begin, if you like',
  prompts: {
    if: {
      name: 'If something could be felt',
      text: 'If something could be felt right now, it might be…',
    },
    last: {
      name: 'A small clear moment',
      text: 'A small, ordinary moment when something came through clearly. Where was it, and what did the body notice?',
    },
    body: {
      name: 'Three words for the body',
      text: 'Three words for how the body is, then one sentence. ‘Blank’ is a word too.',
    },
  },
  without: 'Without it',
  goOn: 'Go on with your last page',
  another: 'A new page',
  pages: 'Pages you kept',
  none: 'What you write is gathered here, on this phone and nowhere else.',
  earlier: 'Show earlier ones',
  made: 'What you made',
  madeDetail: 'Drawings, colours and sounds that you kept',
  delete: 'Delete this page',
  deleted: 'Deleted.',
  restored: 'It is back.',
  gone: 'This page is not on this phone',
  goneDetail:
    'It may have been deleted, or written on another phone: pages stay where they were written.',
  all: 'All pages',
}
