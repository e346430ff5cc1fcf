import { connect, Intercepted, unwrap } from '../api/client.ts'
import { clockAhead } from './clock.ts'
import { answers, type Received, type SyncRequest } from './protocol.ts'

/** One round trip; throws Offline, Intercepted or ApiError. */
export async function exchange(
  request: SyncRequest,
  csrfToken: string,
  origin = '',
): Promise<Received> {
  const { body, headers } = await packed(JSON.stringify(request))
  const result = await connect(csrfToken, origin).POST('/api/v1/sync/', {
    body: request,
    bodySerializer: () => body,
    headers,
  })
  const answer: unknown = unwrap(result)
  if (!answers(answer, request)) throw new Intercepted('This was not an answer to what was asked.')
  const ahead = clockAhead(result.response.headers.get('Date'), new Date())
  return ahead === undefined ? answer : { ...answer, clock_ahead: ahead }
}

/** Check-ins shrink five-fold; a browser without CompressionStream sends them as they are. */
async function packed(json: string): Promise<{ body: BodyInit; headers: Record<string, string> }> {
  if (!('CompressionStream' in globalThis)) return { body: json, headers: {} }
  const gzip = new Blob([json]).stream().pipeThrough(new CompressionStream('gzip'))
  return { body: await new Response(gzip).blob(), headers: { 'Content-Encoding': 'gzip' } }
}
