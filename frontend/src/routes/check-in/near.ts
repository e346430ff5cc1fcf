import type { Word } from '../../lib/content/vocabulary.ts'
import type { Senses } from '../../lib/names.ts'

/** A place on the plane of feelings, both −1 … 1. */
export interface Point {
  pleasantness: number
  energy: number
}

type Pulls = { [S in Exclude<keyof Senses, 'colour'>]-?: Record<NonNullable<Senses[S]>, Vector> }
type Vector = readonly [pleasantness: number, energy: number]

/**
 * Editorial, from no study: which way a sense leans, so little that it never outweighs a tap on the grid.
 * Colours lean nowhere: what grey or red means is the person's own.
 */
const PULLS: Pulls = {
  temperature: { cold: [-0.15, -0.1], cool: [-0.05, -0.1], warm: [0.15, 0.05], hot: [-0.05, 0.2] },
  weight: { light: [0.15, 0.1], heavy: [-0.15, -0.15] },
  texture: {
    smooth: [0.1, -0.05],
    woolly: [0, -0.1],
    rough: [-0.1, 0.1],
    hollow: [-0.1, -0.1],
    sharp: [-0.1, 0.15],
    sticky: [-0.1, 0],
    brittle: [-0.1, 0.05],
    dense: [-0.05, -0.1],
  },
  sound: {
    silence: [0, -0.15],
    hum: [0, -0.05],
    hiss: [-0.05, 0.1],
    far_voices: [-0.05, -0.1],
    rain: [0, -0.1],
    wind: [0, 0.05],
    ringing: [-0.05, 0.15],
    thud: [-0.05, 0],
  },
}
const STRONGEST_PULL = 0.3
/** Where words for feeling little lie, for someone who gave no point. */
const NUMB: Point = { pleasantness: -0.3, energy: -0.4 }
const MIDDLE: Point = { pleasantness: 0, energy: 0 }
/** So many are simply the nearest. Those after them keep a distance from all others: eight synonyms are no choice. */
const NEAREST = 5
const APART = 0.2

/**
 * The words to offer: the nearest first, then near ones that say something else. Without a point it begins with words
 * for feeling little, unless `absent` says that no absence was the answer. Of the words that may mean danger at most the
 * nearest one is offered unasked, and after an absence none; a search finds them all. The same input gives the same words.
 */
export function nearWords(
  words: Word[],
  point: Point | undefined,
  senses: Senses,
  limit = 8,
  absent = point === undefined,
): Word[] {
  const pulled = pull(senses)
  if (absent && !point) return varied(numbFirst(words, pulled), limit)
  return varied(gently(byDistance(words, moved(point ?? MIDDLE, pulled)), 1), limit)
}

/** Words that begin with the text, then words that hold it. Case and accents do not matter. */
export function searchWords(words: Word[], text: string): Word[] {
  const wanted = folded(text)
  const begins = words.filter(({ label }) => folded(label).startsWith(wanted))
  const holds = words.filter(({ label }) => folded(label).includes(wanted))
  return [...new Set([...begins, ...holds])]
}

function pull(senses: Senses): Vector {
  const table: Record<string, Record<string, Vector | undefined> | undefined> = PULLS
  const felt = Object.entries(senses) as [string, string][]
  const pulls = felt.map(([sense, what]): Vector => table[sense]?.[what] ?? [0, 0])
  const along = (axis: 0 | 1) => pulls.reduce((sum, vector) => sum + vector[axis], 0)
  return [within(along(0), STRONGEST_PULL), within(along(1), STRONGEST_PULL)]
}

function moved({ pleasantness, energy }: Point, [pleasant, lively]: Vector): Point {
  return { pleasantness: within(pleasantness + pleasant, 1), energy: within(energy + lively, 1) }
}

function within(value: number, limit: number): number {
  return Math.min(limit, Math.max(-limit, value))
}

function byDistance(words: Word[], from: Point): Word[] {
  return words.toSorted(
    (a, b) => distance(a, from) - distance(b, from) || (a.slug < b.slug ? -1 : 1),
  )
}

/** These in their own order, which is that of the file, unless a sense leans some way; then what lies near them. */
function numbFirst(words: Word[], pulled: Vector): Word[] {
  const leaning = ({ pleasantness, energy }: Word) => pleasantness * pulled[0] + energy * pulled[1]
  const own = words.filter(({ numb }) => numb).toSorted((a, b) => leaning(b) - leaning(a))
  return [...new Set([...own, ...gently(byDistance(words, moved(NUMB, pulled)), 0)])]
}

function gently(ranked: Word[], atMost: number): Word[] {
  const grave = new Set(ranked.filter(({ care }) => care).slice(atMost))
  return ranked.filter((word) => !grave.has(word))
}

function varied(ranked: Word[], limit: number): Word[] {
  const chosen = ranked.slice(0, Math.min(NEAREST, limit))
  for (const word of ranked)
    if (chosen.length < limit && chosen.every((other) => distance(word, other) >= APART))
      chosen.push(word)
  return [...new Set([...chosen, ...ranked])].slice(0, limit)
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.pleasantness - b.pleasantness, a.energy - b.energy)
}

function folded(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '')
  return bare.toLowerCase().trim().replace(/\s+/g, ' ')
}
