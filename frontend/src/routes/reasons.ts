import { enSuggest } from '../lib/i18n/en-suggest.ts'
import type { Reason } from '../lib/suggest/reasons.ts'

const t = enSuggest.because

/** One plain line: why this one. */
export function reasonLine(reason: Reason): string {
  if (reason.because === 'marked') return t.marked(reason.title)
  if (reason.because === 'nearer' || reason.because === 'more')
    return t[reason.because](reason.times, reason.of)
  return t[reason.because]
}

/** The address of an exercise with the dose that lies ready; the shortest one needs no word. */
export function addressOf(slug: string, dose: number): string {
  return dose > 0 ? `/practise/${slug}?dose=${dose}` : `/practise/${slug}`
}
