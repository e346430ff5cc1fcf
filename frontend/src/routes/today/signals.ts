import type { Signal } from '../../lib/db/private-types.ts'
import type { CheckInData, Row } from '../../lib/db/types.ts'
import type { BodyMark } from '../../lib/names.ts'

/** One mark and one word. A blank is a mark like any other: a chest where nothing is felt may well go with a word. */
export interface Link extends BodyMark {
  word: string
}

/** How long what was noted counts as being here now. */
const FRESH_MS = 10 * 60_000

export interface Proposal {
  /**
   * together: both are here, as they were before; do they belong together?
   * again: the mark is here, and no word; the person once said which one goes with it.
   */
  ask: 'together' | 'again'
  link: Link
}

/** Names a link: front and back of a place are two places. */
export function keyOf({ zone, side, mark, word }: Link): string {
  return [zone, side, mark, word].join(' ')
}

/** The newest check-in, while it is still fresh; `rows` newest first. */
export function justNoted(rows: Row<CheckInData>[], now: Date): Row<CheckInData> | undefined {
  const newest = rows.find(({ data }) => data.kind === 'check_in')
  const age = newest ? now.getTime() - Date.parse(newest.data.occurred_at) : FRESH_MS
  return age < FRESH_MS ? newest : undefined
}

/**
 * The one link to ask about. `earlier` are the check-ins before this one; `skip` are links that are not to be asked
 * about. What came together once may be chance: a new link is asked about from its second time on.
 */
export function propose(
  current: CheckInData,
  earlier: CheckInData[],
  signals: Signal[],
  skip: (link: Link) => boolean,
): Proposal | undefined {
  const open = (link: Link) => !skip(link)
  return current.words?.length
    ? as('together', oftenest(linksOf(current).filter(open), earlier, signals))
    : as('again', known(current.body ?? [], signals).find(open))
}

function as(ask: Proposal['ask'], link: Link | undefined): Proposal | undefined {
  return link && { ask, link }
}

function linksOf({ body = [], words = [] }: CheckInData): Link[] {
  return body.flatMap(({ zone, side, mark }) => words.map((word) => ({ zone, side, mark, word })))
}

/** Of those not yet confirmed, the one that came most often before; the first of several. */
function oftenest(links: Link[], earlier: CheckInData[], signals: Signal[]): Link | undefined {
  const confirmed = new Set(signals.map(({ data }) => keyOf(data)))
  const times = new Map<string, number>()
  for (const key of earlier.flatMap((data) => linksOf(data).map(keyOf)))
    times.set(key, (times.get(key) ?? 0) + 1)
  const count = (link: Link) => times.get(keyOf(link)) ?? 0
  return links
    .filter((link) => !confirmed.has(keyOf(link)) && count(link) > 0)
    .sort((a, b) => count(b) - count(a))[0]
}

/** What was confirmed of these marks, in the order of `signals`. */
function known(body: BodyMark[], signals: Signal[]): Link[] {
  const here = new Set(body.map((mark) => keyOf({ ...mark, word: '' })))
  return signals.map(({ data }) => data).filter((data) => here.has(keyOf({ ...data, word: '' })))
}
