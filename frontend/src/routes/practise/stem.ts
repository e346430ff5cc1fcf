/** Endings that make no other word of it, the longest first. */
const ENDING = /(?<=.{3})(?:ness|ing|ed|es|(?<!s)s|e)$/

/** 'breathing', 'breathe' and 'breaths' → 'breath'. */
export function stemOf(word: string): string {
  return word.replace(ENDING, '')
}
