export const enLicences = {
  title: 'Licences',
  lead: 'Thaw is free software, and stands on the work of many others. Thank you to all of them.',
  ours: 'Thaw itself',
  oursDetail:
    'GNU Affero General Public License, version 3 or later. You may read, change and share it. Whoever runs this server owes you its source when you ask.',
  read: 'Read the licence',
  phone: 'What the app is built from',
  server: 'On the server',
  serverDetail: 'Each as its authors publish it, and with its own text there.',
  words: 'Where the words for feelings come from',
  wordsDetail:
    'Most of them lie where readers put them, from unpleasant to pleasant and from low to high energy, when they rated single words for a study. A place says where to look for a word, and nothing about you.',
  wordsSource: {
    authors: 'Graham G. Scott, Anne Keitel, Marc Becirspahic, Bo Yao and Sara C. Sereno (2019).',
    title: 'The Glasgow Norms: Ratings of 5,500 words on nine scales.',
    venue: 'Behavior Research Methods 51, 1258–1270.',
    doi: 'DOI 10.3758/s13428-018-1099-3',
    licence: 'Creative Commons Attribution. Values rescaled: what was 1 to 9 is −1 to 1 here.',
    others: 'Words that the study does not have, such as ‘numb’, were placed by hand.',
  },
  failed: 'The list could not be read just now.',
}
