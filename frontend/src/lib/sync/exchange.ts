import { connect, Intercepted, unwrap } from '../api/client.ts'
import { clockAhead } from './clock.ts'
import { answers, type Received, type SyncRequest, type WireChange } from './protocol.ts'

/** One round trip; throws Offline, Intercepted or ApiError. */
export async function exchange(
  request: SyncRequest,
  csrfToken: string,
  origin = '',
): Promise<Received> {
  const { body, headers } = await packed(request)
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

/** What is being packed already, by its changes. */
const begun = new WeakMap<WireChange[], Packing>()

/** Begin to pack changes before it is known where the feed stands: the server is still at work on those before them. */
export function prepare(changes: WireChange[]): void {
  if ('CompressionStream' in globalThis) begun.set(changes, new Packing(changes))
}

/** Check-ins shrink five-fold; a browser without CompressionStream sends them as they are. */
async function packed(
  request: SyncRequest,
): Promise<{ body: BodyInit; headers: Record<string, string> }> {
  if (!('CompressionStream' in globalThis)) return { body: JSON.stringify(request), headers: {} }
  const { changes, ...rest } = request
  const packing = begun.get(changes) ?? new Packing(changes)
  begun.delete(changes)
  return { body: await packing.finish(rest), headers: { 'Content-Encoding': 'gzip' } }
}

/** A body whose changes are written first, and what stands beside them when it is finished. */
class Packing {
  readonly #writer: WritableStreamDefaultWriter<BufferSource>
  readonly #body: Promise<Blob>

  constructor(changes: WireChange[]) {
    const { readable, writable } = new CompressionStream('gzip')
    this.#writer = writable.getWriter()
    this.#body = new Response(readable).blob()
    // One that is never finished is no error of its own; of one that is, the body says it.
    this.#body.catch(() => undefined)
    this.#write(`{"changes":${JSON.stringify(changes)},`)
  }

  finish(rest: Omit<SyncRequest, 'changes'>): Promise<Blob> {
    this.#write(JSON.stringify(rest).slice(1))
    this.#writer.close().catch(() => undefined)
    return this.#body
  }

  #write(json: string): void {
    this.#writer.write(new TextEncoder().encode(json)).catch(() => undefined)
  }
}
