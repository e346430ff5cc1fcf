export const SIX = 6

/** How many words there are; a lone dash or full stop is none. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
