/**
 * What somebody may say who is not safe, in small letters and without apostrophes. It only brings Help to the top: a
 * word too many costs nothing, one too few may cost a life. Nothing that is shown names any of it.
 */
export const enCrisis = {
  words:
    'die dying dies dead death unalive kms suicide suicidal overdose overdosing selfharm selfharming selfinjury crisis emergency hotline lifeline hopeless worthless unsafe',
  phrases: [
    'self harm',
    'self injury',
    'end it',
    'end it all',
    'ending it',
    'end my life',
    'end everything',
    'take my life',
    'taking my life',
    'want to disappear',
    'wish i wasnt here',
    'not be here',
    'dont want to be here',
    'dont want to live',
    'dont want to wake up',
    'dont want to exist',
    'not want to live',
    'no reason to live',
    'no point in living',
    'no point living',
    'cant go on',
    'better off without me',
    'not safe',
    'in danger',
    'jump off',
    'give up on life',
    'tired of living',
    'tired of life',
  ],
  /** These, done to oneself. */
  deeds:
    'kill killing hurt hurting harm harming cut cutting burn burning hit hitting injure injuring end ending hang hanging drown drowning poison poisoning starve starving punish punishing',
  selves: ['myself', 'my self', 'me', 'meself', 'my body', 'my arm', 'my arms', 'my wrists'],
}
