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
  failed: 'The list could not be read just now.',
}
