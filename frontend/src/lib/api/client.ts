import createClient, { type Client } from 'openapi-fetch'
import { ApiError, Offline } from '../errors.ts'
import type { paths } from './schema.d.ts'

export type Api = Client<paths>

/** A hung request must not hold the one sync run of this phone for ever. */
const TIME_LIMIT_MS = 30_000

/** Something between this phone and Thaw answered: a captive portal, a proxy. */
export class Intercepted extends Offline {
  override name = 'Intercepted'
}

/** A client for one account; without its CSRF token the server takes no change. */
export function connect(csrfToken?: string, origin = ''): Api {
  return createClient<paths>({
    baseUrl: origin,
    credentials: 'same-origin',
    headers: csrfToken === undefined ? {} : { 'X-CSRFToken': csrfToken },
    fetch: reach,
  })
}

/** The body of a good answer. Throws ApiError when the server said no. */
export function unwrap<T>(result: { data?: T; error?: unknown; response: Response }): T {
  const { data, response } = result
  if (!response.ok)
    throw new ApiError(response.status, detailOf(result.error), retryAfter(response))
  return data as T
}

export async function reach(request: Request): Promise<Response> {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(TIME_LIMIT_MS) })
    if (isOurs(response)) return response
  } catch (error) {
    throw new Offline('No answer from the server.', { cause: error })
  }
  throw new Intercepted('Something between this phone and Thaw answered.')
}

/** A captive portal answers 200 with its own page; Thaw answers JSON or nothing. */
function isOurs({ status, headers, redirected }: Response): boolean {
  const type = headers.get('Content-Type') ?? ''
  const mayBeEmpty = [204, 304].includes(status) || status >= 400
  return !redirected && (mayBeEmpty || type.includes('json'))
}

/** Seconds; the header holds seconds or a date. */
export function retryAfter({ headers }: Response): number | undefined {
  const value = headers.get('Retry-After')
  if (value === null) return undefined
  const seconds = Number(value)
  if (Number.isFinite(seconds)) return Math.max(0, seconds)
  const wait = (Date.parse(value) - Date.now()) / 1000
  return Number.isNaN(wait) ? undefined : Math.max(0, wait)
}

function detailOf(error: unknown): string {
  const [first] = (error as { errors?: { detail: string }[] } | undefined)?.errors ?? []
  return first?.detail ?? 'The server could not take this.'
}
