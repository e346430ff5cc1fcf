import type { Door, Said } from '../api/allauth.ts'
import type { Database } from '../db/database.ts'
import { getMeta, metaIn } from '../db/meta.ts'
import { hasWayBack } from '../db/ways.ts'
import type { Joining } from '../db/types.ts'
import { Refused } from '../refused.ts'
import { attach } from '../sync/account.ts'
import { visit } from '../sync/session.ts'
import { endForgotten } from './leave.ts'
import { ticketFor } from './ticket.ts'

/** Signed in, or what may be shown as a second proof: `totp`, `recovery_codes`, `webauthn`. */
export type Next = 'in' | string[]

export type Proof = (door: Door) => Promise<Said<object>>

/**
 * Prove it, and this phone is a device of the account. Proof that was taken though no answer came is taken up.
 * Throws Offline, Refused or ApiError; until it has come in, the phone belongs where it did.
 */
export async function enter(database: Database, prove: Proof, origin?: string): Promise<Next> {
  const door = await doorFor(database, origin)
  if (!door) return 'in'
  await setArriving(database, true)
  const next = nextOf(await prove(door))
  if (next === 'in') await attach(database, origin)
  return next
}

/** At the start of the app: a session to end is ended, and whether the last proof was taken is asked once more. */
export async function takeUp(database: Database, origin?: string): Promise<void> {
  await endForgotten(database, origin)
  if ((await getMeta(database, 'joining'))?.arriving) await hasArrived(database, origin)
}

/** What the first request of a way in goes through. Undefined: the phone is in already. */
export async function doorFor(database: Database, origin?: string): Promise<Door | undefined> {
  if ((await getMeta(database, 'joining'))?.arriving && (await hasArrived(database, origin)))
    return undefined
  await endForgotten(database, origin)
  const found = { ...(await visit(origin)), origin }
  if (found.signed_in && (await isHome(database, found))) return undefined
  return found
}

/**
 * Signed in, to the phone's own account or to one that it forgot: some browsers throw away what lies here and keep the
 * cookie. One with a way in is opened already; an anonymous one comes along to where the phone is going.
 */
async function isHome(database: Database, door: Door): Promise<boolean> {
  const known = await getMeta(database, 'account')
  const account = known ?? (await attach(database, door.origin))
  if (!known && hasWayBack(account.ways)) return true
  await ticketFor(database, door, account.id)
  return false
}

/** Whoever is signed in now, this phone is a device of theirs; back where it came from it has not arrived. */
async function hasArrived(database: Database, origin?: string): Promise<boolean> {
  if ((await visit(origin)).signed_in) await attach(database, origin)
  const arrived = !(await getMeta(database, 'joining'))?.arriving
  if (!arrived) await setArriving(database, false)
  return arrived
}

function nextOf({ status, data }: Said<object>): Next {
  if (status === 200) return 'in'
  const waiting = data.flows?.find(({ id, is_pending }) => is_pending && id === 'mfa_authenticate')
  if (waiting) return waiting.types ?? []
  throw new Refused('expired')
}

async function setArriving(database: Database, arriving: boolean): Promise<void> {
  await database.write(['meta'], async (tx) => {
    const { arriving: _before, ...rest } = (await metaIn(tx, 'joining')) ?? {}
    const joining: Joining = arriving ? { ...rest, arriving } : rest
    await tx.objectStore('meta').put(joining, 'joining')
  })
}
