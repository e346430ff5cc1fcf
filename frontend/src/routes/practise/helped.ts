import type { PracticeData } from '../../lib/db/types.ts'
import { wasTooMuch } from '../../lib/suggest/care.ts'
import { changeIn } from '../patterns/changes.ts'
import { grouped } from '../patterns/groups.ts'
import { ENOUGH } from '../patterns/paired.ts'

/** What was said after a practice: two numbers tell how it moved, else the one word that was picked. */
export type Outcome =
  'nearer' | 'further' | 'as_near' | 'too_much' | NonNullable<PracticeData['thaw']>

/** What an exercise has been for this person. */
export interface Helped {
  slug: string
  /** More times that brought something nearer than that did not, and the last one not too much. */
  helpful: boolean
  /** The last time was too much, or left less. */
  heavy: boolean
  /** Only from enough pairs of numbers on: an absence is none. */
  counted?: { nearer: number; pairs: number; all: boolean }
  /** What was said the last time that it helped. */
  said?: 'nearer' | 'more'
  times: number
}

const GOOD: readonly (Outcome | undefined)[] = ['nearer', 'more']
const BAD: readonly (Outcome | undefined)[] = ['further', 'less', 'too_much']

/** An absence is no number, and so never nearer or further. */
export function outcomeOf(practice: PracticeData): Outcome | undefined {
  const { nearness_before: before, nearness_after: after, ended_by, thaw } = practice
  if (ended_by === 'too_much') return 'too_much'
  if (before === undefined || after === undefined) return thaw
  return moved(after - before) ?? thaw ?? 'as_near'
}

function moved(by: number): 'nearer' | 'further' | undefined {
  if (by === 0) return undefined
  return by > 0 ? 'nearer' : 'further'
}

/** `practices` newest first; answered by exercise, the most helpful first. */
export function helpedBy(practices: PracticeData[]): Helped[] {
  return [...grouped(practices, ({ exercise }) => exercise)]
    .map(([slug, rows]) => helped(slug, rows))
    .sort((one, other) => other.times - one.times || one.slug.localeCompare(other.slug))
}

function helped(slug: string, rows: PracticeData[]): Helped {
  const outcomes = rows.map(outcomeOf)
  const times = outcomes.filter((outcome) => GOOD.includes(outcome)).length
  const against = outcomes.filter((outcome) => BAD.includes(outcome)).length
  const heavy = rows[0] !== undefined && wasTooMuch(rows[0])
  const said = outcomes.find((outcome) => outcome === 'nearer' || outcome === 'more')
  return {
    slug,
    helpful: times > against && !heavy,
    heavy,
    ...(said && { said }),
    ...counted(rows),
    times,
  }
}

function counted(rows: PracticeData[]): Pick<Helped, 'counted'> {
  const { pairs, nearer } = changeIn(
    rows.map(({ nearness_before, nearness_after }) => ({
      before: nearness_before,
      after: nearness_after,
    })),
  )
  return pairs < ENOUGH ? {} : { counted: { nearer, pairs, all: pairs === rows.length } }
}
