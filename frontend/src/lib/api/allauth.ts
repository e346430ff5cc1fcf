import { ApiError } from '../errors.ts'
import { Refused, type Flow } from '../refused.ts'
import { reach, retryAfter } from './client.ts'
import { inTurn } from './turn.ts'

/** What opens the next request: the token changes with each signing in and out. */
export interface Door {
  csrf_token: string
  origin?: string | undefined
}

/** Its own shape. A status of 401 also tells what comes next, in `data.flows`. */
export interface Said<Data> {
  status: number
  data: Data & Next
  meta: Record<string, unknown>
  errors: { code: string }[]
}

interface Next {
  flows?: Flow[]
}

type Method = 'GET' | 'POST' | 'DELETE'

/** One request to the part of the server that allauth answers. Throws Offline, Refused or ApiError. */
export async function ask<Data = object>(
  { csrf_token, origin = '' }: Door,
  method: Method,
  path: string,
  body?: object,
): Promise<Said<Data>> {
  const headers = { 'X-CSRFToken': csrf_token, 'Content-Type': 'application/json' }
  const request = new Request(`${origin}/_allauth/browser/v1/${path}`, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  })
  const response = await inTurn(() => reach(request))
  const said = await read<Data>(response)
  refuse(response, said)
  return said
}

/** Where a code is over, or two things at once were asked for, it says 409 and no more. */
const SAYS_NO: Record<number, string> = { 400: 'invalid', 409: 'expired' }
const SAYS_MORE = [200, 401, 404]

function refuse(response: Response, { meta, data, errors }: Said<unknown>): void {
  const { status } = response
  if (status === 401 && meta['is_authenticated']) throw new Refused('proof', data.flows)
  const no = SAYS_NO[status]
  if (no) throw new Refused(errors.map(({ code }) => code).at(0) ?? no)
  if (!SAYS_MORE.includes(status))
    throw new ApiError(status, 'The server could not take this.', retryAfter(response))
}

async function read<Data>(response: Response): Promise<Said<Data>> {
  const json = (await response.json().catch(() => ({}))) as Partial<Said<Data>>
  const { data = {} as Said<Data>['data'], meta = {}, errors = [] } = json
  return { status: response.status, data, meta, errors }
}
