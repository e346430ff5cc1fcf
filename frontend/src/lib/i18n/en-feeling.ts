/** The words of energy and pleasantness. */
export const enFeeling = {
  question: 'Somewhere around here?',
  hint: 'One tap. It needn’t be exact.',
  cannotTell: 'I can’t tell',
  energy: 'Energy',
  pleasantness: 'Pleasantness',
  more: 'more energy',
  less: 'less energy',
  pleasant: 'pleasant',
  unpleasant: 'unpleasant',
  unset: 'Not set',
  words: {
    restless: 'restless',
    uneasy: 'uneasy',
    stirred: 'stirred',
    lively: 'lively',
    flat: 'flat',
    heavy: 'heavy',
    tender: 'tender',
    calm: 'calm',
  },
  /** 'a little less energy, clearly unpleasant' */
  inWords: (energy: number, pleasantness: number) =>
    [said(energy, 'less energy', 'more energy'), said(pleasantness, 'unpleasant', 'pleasant')].join(
      ', ',
    ),
  spokenEnergy: (v: number) => amount(v, 'less energy', 'more energy'),
  spokenPleasantness: (v: number) => amount(v, 'unpleasant', 'pleasant'),
}

function amount(v: number, low: string, high: string): string {
  if (Math.abs(v) < 0.15) return 'in the middle'
  const side = v < 0 ? low : high
  return Math.abs(v) < 0.6 ? `a little: ${side}` : `clearly: ${side}`
}

function said(v: number, low: string, high: string): string {
  const [degree, side] = amount(v, low, high).split(': ')
  return side ? `${degree ?? ''} ${side}` : `between ${low} and ${high}`
}
