import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import type { SyncRequest } from '../../src/lib/sync/protocol.ts'
import { accountOf } from './phone.ts'
import type { MemoryServer } from './server.ts'

export type Handler = (request: IncomingMessage, body: Buffer, response: ServerResponse) => void

/** A real HTTP server: each of `next` answers one request, then the memory server answers all others. */
export class HttpServer {
  readonly next: Handler[] = []
  always: Handler | undefined
  readonly seen: { url: string; headers: IncomingMessage['headers']; body: Buffer }[] = []
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks)
      this.seen.push({ url: request.url ?? '', headers: request.headers, body })
      const handler = this.next.shift() ?? this.always ?? this.answer
      handler(request, body, response)
    })
  })

  constructor(private readonly memory: MemoryServer) {}

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  get urls(): string[] {
    return this.seen.map(({ url }) => url)
  }

  readonly answer: Handler = (request, body, response) => {
    if (request.url === '/api/v1/account/')
      send(response, 200, { ...accountOf('phone'), csrf_token: 'fresh' })
    else if (request.url === '/api/v1/account/session/')
      send(response, 200, { csrf_token: 'fresh', signed_in: true, mail: false })
    else send(response, 200, this.memory.sync(unpacked(request, body)))
  }

  /** The ids that a request would change. */
  changes(request: IncomingMessage, body: Buffer): string[] {
    return unpacked(request, body).changes.map(({ id }) => id)
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}

export function unpacked(request: IncomingMessage, body: Buffer): SyncRequest {
  const json = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
  return JSON.parse(json.toString()) as SyncRequest
}

export function send(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

export function refuse(status: number, headers = {}): Handler {
  return (_request, _body, response) => {
    send(response, status, { type: 'client_error', errors: [] }, headers)
  }
}
