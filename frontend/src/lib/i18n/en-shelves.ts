import { enPractise } from './en-practise.ts'

/** The words of the shelves. */
export const enShelves = {
  reminders: 'Reminders',
  search: 'Search, or tell me how it is',
  clear: 'Clear',
  searchFailed: 'The search did not load. The shelves have everything.',
  needs: 'How it is',
  need: {
    unreal: 'foggy or unreal',
    flat: 'flat',
    too_much: 'too much',
    cannot_sleep: 'can’t sleep',
    with_someone: 'with someone',
  },
  more: 'More',
  moreParts: 'minutes, energy, place',
  minutes: 'Minutes',
  minute: { 1: 'about 1', 3: 'about 3', 5: '5 or more' },
  minuteChosen: { 1: 'about a minute', 3: 'about 3 minutes', 5: '5 minutes or more' },
  energy: 'Energy',
  asks: { low: 'very little', medium: 'some', high: 'quite a bit' },
  place: 'Place',

  count: (n: number, of: number) =>
    n === of ? (n === 1 ? '1 exercise' : `${n} exercises`) : `${n} of ${of}`,
  found: (n: number) => (n === 0 ? 'Nothing found' : n === 1 ? '1 found' : `${n} found`),
  showAll: 'Show all',
  nothing: 'Nothing here is all of that',
  nothingDetail: 'Fewer words or choices bring something. Everything is still there.',

  help: 'You don’t have to hold this alone',
  meanwhile: 'Something to hold on to, meanwhile',
  helpDetail: 'People to call or write to, now. Thaw itself is not watched by anyone.',

  shelf: { own: 'Your own', helpful: 'Lately helpful', ...enPractise.kinds },
  all: (n: number) => `All of these (${n})`,
  fewer: 'Fewer of these',
  of: (shelf: string) => `: ${shelf}`,
  gated: 'Read this first',

  begin: (title: string) => `Begin: ${title}`,
  because: { own: 'One of your own', gentle: 'A gentle one to begin with' },
  counted: (nearer: number, pairs: number, all: boolean) =>
    all
      ? `Nearer ${nearer} of ${pairs} times`
      : `Nearer ${nearer} of the ${pairs} times you noted it`,
  said: { nearer: 'It was nearer after it', more: 'You felt more after it' },

  way: 'The way',
  made: 'What you made',
}
