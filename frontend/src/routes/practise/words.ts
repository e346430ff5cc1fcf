/** 'Can’t sleep?' → can't as cant: in small letters, without accents, apostrophes or anything between the words. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’ʼ`´]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

/** One letter added, left out, changed, or swapped with its neighbour makes one word of the other; or they are the same. */
export function almost(one: string, other: string): boolean {
  const [left, right] = middles(one, other)
  if (left.length === 2 && right.length === 2) return left[0] === right[1] && left[1] === right[0]
  return left.length <= 1 && right.length <= 1
}

/** What lies between the same beginning and the same end. */
function middles(one: string, other: string): [string, string] {
  const most = Math.min(one.length, other.length)
  const start = run(most, (at) => one[at] === other[at])
  const end = run(most - start, (at) => one.at(-1 - at) === other.at(-1 - at))
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)]
}

function run(most: number, same: (at: number) => boolean): number {
  let length = 0
  while (length < most && same(length)) length++
  return length
}
