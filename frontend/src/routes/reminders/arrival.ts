import type { Mailbox } from '../../lib/actions/readMailbox.ts'
import type { Reach } from '../../lib/push/examine.ts'
import { problemOf } from '../reachable/judge.ts'
import { standingOf } from './mail.ts'

/** 'alone': no server has it. 'unknown': only the server could say. */
export type Arrival = 'alone' | 'unreached' | 'reached' | 'unknown'

interface Known {
  account: boolean
  /** The browser's word, while the rest is still being looked at. */
  allowed: boolean
  reach: Reach | undefined
  box: Mailbox | undefined
}

/** Whether a reminder gets to this phone, or else to a mailbox. */
export function arrivalOf({ account, allowed, reach, box }: Known): Arrival {
  if (!account) return 'alone'
  if (reach ? isReached(reach) : allowed) return 'reached'
  return box ? byMail(box) : 'unknown'
}

function byMail(box: Mailbox): Arrival {
  return box.available && standingOf(box) === 'confirmed' ? 'reached' : 'unreached'
}

function isReached(reach: Reach): boolean {
  const problem = problemOf(reach, false)
  return problem === undefined || problem === 'no_answer'
}
