import { ApiError } from '../errors.ts'
import { connect, unwrap } from '../api/client.ts'

export interface Visit {
  csrf_token: string
  signed_in: boolean
  /** Whether this server can send e-mail. */
  mail: boolean
}

let last: Promise<unknown> = Promise.resolve()

/**
 * After the answer to what was asked before. Who comes with a session that is over is given a new one: an answer that came
 * after the account was opened would take the account's session away.
 */
export function inTurn<T>(ask: () => Promise<T>): Promise<T> {
  const turn = last.then(ask)
  last = turn.catch(() => undefined)
  return turn
}

/** Who this browser is to the server, and the token for the next request. Throws Offline or ApiError. */
export function visit(origin?: string): Promise<Visit> {
  return inTurn(async () =>
    unwrap(await connect(undefined, origin).GET('/api/v1/account/session/')),
  )
}

/** The same, where a session has to be there. */
export async function signedIn(origin?: string): Promise<Visit> {
  const door = await visit(origin)
  if (!door.signed_in) throw new ApiError(401, 'This phone is not signed in.')
  return door
}
