const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const DAY = '[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])'

/** The addresses that the shell answers; the router and the server keep the same list (a golden file holds all to it). */
export const SHELL_ROUTES: RegExp[] = [
  '/',
  '/check-ins',
  '/check-ins/new',
  `/check-ins/${ID}(?:/(?:world|energy|words|body|around|experiences|habits|note|belongs))?`,
  '/signals',
  '/glimmer',
  '/practise',
  '/practise/[a-z0-9]+(?:-[a-z0-9]+)*(?:/go)?',
  '/write',
  `/write/${ID}`,
  '/patterns',
  `/patterns/${DAY}`,
  '/support',
  '/understand',
  '/understand/[a-z0-9]+(?:-[a-z0-9]+)*',
  '/reminders',
  '/reminders/new',
  `/reminders/${ID}`,
  '/settings',
  '/privacy',
  '/licences',
  '/help',
].map((path) => new RegExp(`^${path}(?:\\?.*)?$`))
