/** The words of Support. */
export const enSupport = {
  title: 'Support',
  lead: 'Thaw does not replace care. A person can do what an app can’t, and asking is allowed at any size of trouble.',
  reach: 'Reach someone now',
  reachDetail: 'Numbers to call or text, also offline',
  kinds: 'Five kinds of therapy',
  kindsLead:
    'In no order of merit. What you and the therapist make of it matters, and you may ask, change or stop.',
  what: 'What it is',
  suits: 'Who it may suit',
  session: 'What it may be like',
  known: 'What is known',
  ask: 'You could ask',
  source: 'Source',
  strength: {
    guideline: 'A guideline recommends it, for what is named here.',
    early: 'Early findings.',
    not_read: 'We have read nothing firm enough to tell.',
  },
  failed: 'The cards could not be read from this phone just now.',
}
