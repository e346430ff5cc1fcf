import type { CheckInData } from '../../lib/db/types.ts'
import type { BodyMark, Mark, Side, Zone } from '../../lib/names.ts'
import { counted, grouped } from './groups.ts'

export interface Place {
  zone: Zone
  side: Side
  /** How often it was marked blank. */
  blank: number
  /** How often it was marked with each other mark, most often first. */
  felt: [mark: Mark, count: number][]
}

/** Each zone and side that was ever marked, the most often marked first. */
export function bodyCounts(rows: CheckInData[]): Place[] {
  const marks = rows.flatMap(({ body }) => body ?? [])
  const places = grouped(marks, ({ zone, side }) => `${zone} ${side}`)
  return [...places.values()].flatMap(placed).sort(often)
}

/** How often something other than blank was marked there. */
export function feltIn({ felt }: Place): number {
  return felt.reduce((sum, [, count]) => sum + count, 0)
}

/** What each zone of a side was most often; blank first among equals. `weight` is next to the place marked most. */
export function fillsOn(side: Side, places: Place[]): Map<Zone, { mark: Mark; weight: number }> {
  const oftenest = ({ blank, felt: [first] }: Place): [mark: Mark, count: number] =>
    first && first[1] > blank ? first : ['blank', blank]
  const most = Math.max(1, ...places.map((place) => oftenest(place)[1]))
  const here = places.filter((place) => place.side === side)
  return new Map(
    here.map((place) => {
      const [mark, count] = oftenest(place)
      return [place.zone, { mark, weight: count / most }]
    }),
  )
}

/** All marks of one zone and side. */
function placed(marks: BodyMark[]): Place[] {
  const [first] = marks
  if (!first) return []
  const felt = marks.map(({ mark }) => mark).filter((mark) => mark !== 'blank')
  const { zone, side } = first
  return [{ zone, side, blank: marks.length - felt.length, felt: counted(felt) }]
}

function often(a: Place, b: Place): number {
  const name = ({ zone, side }: Place) => `${zone} ${side}`
  return b.blank + feltIn(b) - a.blank - feltIn(a) || name(a).localeCompare(name(b))
}
