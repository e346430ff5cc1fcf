import { ApiError } from '../errors.ts'
import { connect, unwrap } from '../api/client.ts'
import { inTurn } from '../api/turn.ts'

export interface Visit {
  csrf_token: string
  signed_in: boolean
  /** Whether this server can send e-mail. */
  mail: boolean
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
