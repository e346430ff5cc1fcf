/** What is asked once, after a practice. */
export const enNudge = {
  title: 'Would a reminder suit you?',
  detail:
    'A quiet one for this, three times a week at about this hour. You can change all of it, and stop at any time.',
  yes: 'Look at it',
}
