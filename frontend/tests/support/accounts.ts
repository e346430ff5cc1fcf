import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RecordData } from '../../src/lib/db/types.ts'
import type { SyncRequest } from '../../src/lib/sync/protocol.ts'
import { send, unpacked } from './http.ts'
import { accountOf } from './phone.ts'
import { MemoryServer } from './server.ts'

interface HeldAccount {
  id: string
  memory: MemoryServer
  devices: Set<string>
  /** What opens it, or undefined: it is anonymous. */
  code?: string | undefined
}

/** Who a browser is to the server: its cookie. */
interface Session {
  account: HeldAccount
  device?: string
}

const NO_WAYS = { passkeys: 0, email: null, email_verified: false, password: false, totp: false }

export type Fault = 'lost before' | 'lost after'
type Body = Record<string, unknown>
const NO = { type: 'client_error', errors: [] }

/** A server that keeps to ACCOUNTS in the contract, in memory: many accounts, and many browsers. */
export class AccountsServer {
  readonly accounts = new Map<string, HeldAccount>()
  #count = 0

  open(): HeldAccount {
    const id = `account-${++this.#count}`
    const account = { id, memory: new MemoryServer(3), devices: new Set<string>() }
    this.accounts.set(id, account)
    return account
  }

  /** An account with a way in, and what it holds. */
  withWay(code: string): HeldAccount {
    const account = this.open()
    account.code = code
    return account
  }

  /** With its last device an account goes that nobody could open any more. */
  endDevice(id: string, device: string): void {
    const account = this.accounts.get(id)
    account?.devices.delete(device)
    if (account?.devices.size === 0 && account.code === undefined) this.accounts.delete(id)
  }

  held(): Map<string, Map<string, RecordData>> {
    return new Map([...this.accounts].map(([id, { memory }]) => [id, memory.live()]))
  }
}

/** One browser with its cookie, talking to the server over real HTTP; each request can be lost. */
export class Browser {
  session: Session | undefined
  /** What becomes of the n-th request from now on. */
  faults: (Fault | undefined)[] = []
  readonly urls: string[] = []
  readonly #http: Server
  #token = 0

  constructor(private readonly server: AccountsServer) {
    this.#http = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        this.#receive(request, Buffer.concat(chunks), response)
      })
    })
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve))
    return this
  }

  async stop(): Promise<void> {
    this.#http.closeAllConnections()
    await new Promise((resolve) => this.#http.close(resolve))
  }

  get token(): string {
    return `token-${this.#token}`
  }

  /** As in another tab that signed in anew. */
  renewToken(): void {
    this.#token += 1
  }

  #receive(request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    const url = (request.url ?? '').replace('/api/v1/', '').replace('/_allauth/browser/v1/', '')
    this.urls.push(`${request.method ?? ''} ${url}`)
    const fault = this.faults.shift()
    if (fault === 'lost before') {
      request.socket.destroy()
      return
    }
    const [status, answer] = this.#answer(request, url, body)
    if (fault === 'lost after') request.socket.destroy()
    else if (status === 204) response.writeHead(204).end()
    else send(response, status, answer)
  }

  #answer(request: IncomingMessage, url: string, body: Buffer): [number, unknown] {
    const name = `${request.method ?? ''} ${url}`
    if (this.#isOver()) this.session = undefined
    if (this.#isForged(request)) return [403, NO]
    if (name === 'POST sync/') return this.#sync(unpacked(request, body))
    const doing = this.#doings[name]
    return doing ? doing(json(body)) : [404, NO]
  }

  #isForged({ method, headers }: IncomingMessage): boolean {
    return this.session !== undefined && method !== 'GET' && headers['x-csrftoken'] !== this.token
  }

  readonly #doings: Record<string, (body: Body) => [number, unknown]> = {
    'GET account/session/': () => [
      200,
      { csrf_token: this.token, signed_in: this.session !== undefined, mail: true },
    ],
    'GET account/': () => (this.#current() ? [200, this.#account()] : [401, NO]),
    'DELETE account/': () => this.#deleteAccount(),
    'POST account/': (body) => (this.session ? this.#attach(body) : this.#begin(body)),
    'POST auth/code/confirm': ({ code }) => this.#signIn(code as string),
    'POST account/merge/': () => this.#ticket(),
    'POST account/merged/': ({ ticket }) => this.#merged(ticket as string),
    'POST account/log-out/': ({ anyway }) => this.#logOut(anyway === true),
  }

  /** A deleted account and an ended device take their sessions along. */
  #isOver(): boolean {
    const { account, device } = this.session ?? {}
    if (!account || !this.server.accounts.has(account.id)) return true
    return device !== undefined && !account.devices.has(device)
  }

  /** Signed in with a device that was not ended. */
  #current(): Session | undefined {
    return this.session?.device === undefined ? undefined : this.session
  }

  #account(): unknown {
    const { account, device } = this.session ?? {}
    const ways = { ...NO_WAYS, recovery_codes: account?.code === undefined ? 0 : 1 }
    return { ...accountOf(device ?? ''), id: account?.id, csrf_token: this.token, ways }
  }

  #begin({ device }: Body): [number, unknown] {
    this.#become({ account: this.server.open() })
    return this.#attach({ device })
  }

  #attach({ device }: Body): [number, unknown] {
    if (!this.session) return [401, NO]
    const { id } = device as { id: string }
    if (this.session.device === undefined) {
      this.session.account.devices.add(id)
      this.session.device = id
    }
    return [201, this.#account()]
  }

  #signIn(code: string): [number, unknown] {
    if (this.#current()?.account.code !== undefined) return [409, NO]
    const account = [...this.server.accounts.values()].find((one) => one.code === code)
    if (!account) return [400, { status: 400, errors: [{ code: 'incorrect_code' }] }]
    this.#become({ account })
    return [200, { status: 200, data: {}, meta: { is_authenticated: true } }]
  }

  #become(session: Session): void {
    this.session = session
    this.#token += 1
  }

  #ticket(): [number, unknown] {
    const { account, device } = this.#current() ?? {}
    if (!account || account.code !== undefined) return [account ? 409 : 401, NO]
    return [200, { ticket: `${account.id}/${device ?? ''}` }]
  }

  #merged(ticket: string): [number, unknown] {
    if (!this.#current()) return [401, NO]
    const [id = '', device = ''] = ticket.split('/')
    if (id !== this.session?.account.id) this.server.endDevice(id, device)
    return [204, undefined]
  }

  #logOut(anyway: boolean): [number, unknown] {
    const { account, device } = this.#current() ?? {}
    if (!account) return [401, NO]
    if (account.code === undefined && !anyway) return [409, NO]
    this.server.endDevice(account.id, device ?? '')
    this.session = undefined
    return [204, undefined]
  }

  #deleteAccount(): [number, unknown] {
    const { account } = this.#current() ?? {}
    if (!account) return [401, NO]
    this.server.accounts.delete(account.id)
    return [204, undefined]
  }

  #sync(request: SyncRequest): [number, unknown] {
    const current = this.#current()
    return current ? [200, current.account.memory.sync(request)] : [401, NO]
  }
}

function json(body: Buffer): Body {
  return body.length > 0 ? (JSON.parse(body.toString()) as Body) : {}
}
