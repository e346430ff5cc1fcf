import { enCrisis } from '../../lib/i18n/en-crisis.ts'
import { almost, wordsOf } from './words.ts'

const WORDS = wordsOf(enCrisis.words)
const DEEDS = wordsOf(enCrisis.deeds)
/** From this length on a slip of the finger makes no other word of it. */
const LONG = 6

/** Whether somebody may not be safe who says this: then Help comes first. */
export function mayBeUnsafe(text: string): boolean {
  const words = wordsOf(text)
  const said = ` ${words.join(' ')} `
  return (
    words.some(isOne) ||
    enCrisis.phrases.some((phrase) => said.includes(` ${phrase} `)) ||
    words.some((word, at) => isDeed(word) && startsWithSelf(words.slice(at + 1)))
  )
}

function isOne(word: string): boolean {
  return WORDS.some((one) => one === word || (one.length >= LONG && almost(one, word)))
}

function isDeed(word: string): boolean {
  return DEEDS.some((deed) => deed === word || (deed.length > 3 && almost(deed, word)))
}

function startsWithSelf(words: string[]): boolean {
  const next = `${words.join(' ')} `
  return (
    enCrisis.selves.some((self) => next.startsWith(`${self} `)) ||
    (words[0] !== undefined && almost(words[0], 'myself'))
  )
}
