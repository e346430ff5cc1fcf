import createClient, { type Client } from 'openapi-fetch'
import { ApiError, Offline } from '../errors.ts'
import type { paths } from './schema.d.ts'

export type Api = Client<paths>

/** A hung request must not hold the one sync run of this phone for ever. */
const TIME_LIMIT_MS = 30_000

/** Something between this phone and Thaw answered: a captive portal, a proxy. */
export class Intercepted extends Offline {
  override name = 'Intercepted'

  constructor(
    message: string,
    readonly status?: number,
  ) {
    super(message)
  }
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

/** The body of a good answer. Throws ApiError when the server said no, Intercepted when another did. */
export function unwrap<T>(result: { data?: T; error?: unknown; response: Response }): T {
  const { data, response } = result
  if (response.ok) return data as T
  const { status } = response
  if (!mayBeOfProxy(status) && !isProblem(result.error)) throw intercepted(status)
  throw new ApiError(status, detailOf(result.error), retryAfter(response))
}

export async function reach(request: Request): Promise<Response> {
  const response = await fetchOnce(request)
  if (isOurs(response)) return response
  throw intercepted(response.status)
}

async function fetchOnce(request: Request): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(TIME_LIMIT_MS) })
  } catch (error) {
    throw new Offline('No answer from the server.', { cause: error })
  }
}

function intercepted(status: number): Intercepted {
  return new Intercepted('Something between this phone and Thaw answered.', status)
}

/** A captive portal answers with its own page, under any status; Thaw answers JSON or nothing. */
function isOurs({ status, headers, redirected }: Response): boolean {
  const type = headers.get('Content-Type') ?? ''
  const mayBeOther = [204, 304].includes(status) || mayBeOfProxy(status)
  return !redirected && (mayBeOther || type.includes('json'))
}

/** The server is away or wants a rest, and the proxy before it may say so in words of its own. 511 is a portal’s. */
function mayBeOfProxy(status: number): boolean {
  return status === 429 || (status >= 500 && status !== 511)
}

/** The one shape in which Thaw says no. */
function isProblem(error: unknown): boolean {
  const { type, errors } = Object(error) as Record<string, unknown>
  return typeof type === 'string' && Array.isArray(errors)
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
