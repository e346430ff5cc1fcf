import MiniSearch, { type Query } from 'minisearch'
import type { Exercise } from '../../lib/content/catalogue.ts'
import { enSearch } from '../../lib/i18n/en-search.ts'
import { NEEDS } from './asked.ts'
import { suits } from './fits.ts'
import { gatedLast } from './shelves.ts'
import { stemOf } from './stem.ts'
import { almost, wordsOf } from './words.ts'

/** Slugs, the best first. */
export type Find = (text: string) => string[]

const EMPTY = new Set(wordsOf(enSearch.empty))
const UNREAL = new Set(wordsOf(enSearch.unreal))
const BOOST = { title: 5, tags: 3, summary: 2, why: 1, steps: 0.5 }
/** How rare a word is counts, and how often it is said; how long a text is doesn't. */
const BY_RARITY = { k: 1.2, b: 0, d: 0.5 }
const ANY = { combineWith: 'OR' } as const
const ALSO = new Map(
  Object.entries(enSearch.also).map(([word, also]) => [stemOf(word), wordsOf(also)]),
)
/** The last of these comes first, and before all others. */
const FIRST = ['breathwork', 'grounding']
/** So many exercises at once. */
const PIECE = 6
/** A word this short with another letter in it is another word. */
const TOO_SHORT = 4

/** Everything stays in memory: nothing is sent, nothing kept. Made in pieces, so that a tap between them is answered. */
export async function searchIn(exercises: readonly Exercise[]): Promise<Find> {
  const index = new MiniSearch({
    fields: Object.keys(BOOST),
    tokenize: wordsOf,
    processTerm: stemOf,
    searchOptions: { boost: BOOST, bm25: BY_RARITY },
  })
  // As good as each other, they come in this order.
  const entries = exercises.toSorted(gentler).map(entryOf)
  await index.addAllAsync(entries, { chunkSize: PIECE })
  const grounding = new Set(exercises.filter((one) => suits(one, 'unreal')).map(({ slug }) => slug))
  let known: string[] | undefined
  const words = () => (known ??= [...new Set(entries.flatMap(wordsIn))])
  return (text) => {
    const telling = tellingOf(text)
    const found = hits(index, telling, words)
    const unreal = telling.some((word) => UNREAL.has(word))
    return unreal ? found.filter((slug) => grounding.has(slug)) : found
  }
}

/** What has all the words; where nothing has, what has any of them. The last word may still be typed. */
function hits(index: MiniSearch, telling: string[], known: () => string[]): string[] {
  const queries = telling.map((word, at) => {
    const part = { ...ANY, queries: [word, ...alsoOf(word)], prefix: at === telling.length - 1 }
    return index.search(part).length > 0 ? part : mistyped(part, word, known)
  })
  const all = index.search({ combineWith: 'AND', queries })
  const found = all.length > 0 ? all : index.search({ ...ANY, queries })
  return found.map(({ id }) => String(id))
}

/** A word that is nowhere is taken for a slip of the finger; in a long one for two. */
function mistyped(part: { prefix: boolean }, word: string, known: () => string[]): Query {
  if (word.length < TOO_SHORT) return { ...part, queries: [word] }
  const meant = known().filter((other) => almost(other, word))
  const also = meant.flatMap(alsoOf)
  return {
    ...part,
    queries: [word, ...meant, ...also],
    fuzzy: word.length > 2 * TOO_SHORT ? 2 : false,
  }
}

function alsoOf(word: string): string[] {
  return ALSO.get(stemOf(word)) ?? []
}

/** The gentlest kinds first; what is behind a gate is never suggested unasked. */
function gentler(one: Exercise, other: Exercise): number {
  return gatedLast(one, other) || FIRST.indexOf(other.kind) - FIRST.indexOf(one.kind)
}

function tellingOf(text: string): string[] {
  const words = wordsOf(text)
  const telling = words.filter((word) => !EMPTY.has(word))
  return telling.length > 0 ? telling : words
}

function entryOf(exercise: Exercise) {
  const { slug: id, title, summary, why, doses } = exercise
  const steps = doses.flatMap((dose) => dose.steps.map(({ text }) => text)).join(' ')
  return { id, title, summary, why, steps, tags: tagsOf(exercise) }
}

function wordsIn(entry: ReturnType<typeof entryOf>): string[] {
  return wordsOf([...Object.values(entry), ...Object.keys(enSearch.also)].join(' '))
}

function tagsOf(exercise: Exercise): string {
  const { kind, energy, anchor, place, posture, tool } = exercise
  const needs = NEEDS.filter((need) => suits(exercise, need))
  return [
    enSearch.kind[kind],
    enSearch.energy[energy],
    enSearch.anchor[anchor],
    tool && enSearch.tool[tool],
    ...needs.map((need) => enSearch.need[need]),
    ...place.map((one) => enSearch.place[one]),
    ...posture.map((one) => enSearch.posture[one]),
  ].join(' ')
}
