import { createHash } from 'node:crypto'
import type { HttpServer } from './http.ts'
import { send } from './http.ts'

const bytes = (base64url: string) => new Uint8Array(Buffer.from(base64url, 'base64url'))

class Subscription {
  constructor(
    private readonly browser: Browser,
    readonly endpoint: string,
    key: string,
  ) {
    this.options = { applicationServerKey: bytes(key).buffer }
  }

  readonly options: { applicationServerKey: ArrayBuffer }

  toJSON() {
    return { endpoint: this.endpoint, expirationTime: null, keys: { p256dh: 'p', auth: 'a' } }
  }

  unsubscribe(): Promise<boolean> {
    this.browser.held = undefined
    return Promise.resolve(true)
  }
}

/** What a browser knows of push: at most one subscription, each new one at a new address. */
export class Browser {
  held: Subscription | undefined
  #made = 0

  get registration(): ServiceWorkerRegistration {
    return { pushManager: this } as unknown as ServiceWorkerRegistration
  }

  /** As if made some time ago. */
  hold(key: string): string {
    this.held = new Subscription(this, `https://push.example/${++this.#made}`, key)
    return this.held.endpoint
  }

  getSubscription(): Promise<Subscription | null> {
    return Promise.resolve(this.held ?? null)
  }

  subscribe({ applicationServerKey }: { applicationServerKey: Uint8Array }): Promise<Subscription> {
    this.hold(Buffer.from(applicationServerKey).toString('base64url'))
    return this.getSubscription() as Promise<Subscription>
  }
}

/** The server's side, over real HTTP: its key, and the addresses it has; those in `dead` are given up. */
export function answerPush(http: HttpServer, key: string, dead: Set<string>): Set<string> {
  const kept = new Set<string>()
  http.always = (request, body, response) => {
    if (request.url === '/api/v1/push/key/')
      send(response, 200, { key_id: `id-${key}`, public_key: key })
    else {
      const { endpoint } = JSON.parse(body.toString()) as { endpoint: string }
      const retired_at = dead.has(endpoint) ? '2026-11-24T10:00:00Z' : null
      const fingerprint = createHash('sha256').update(endpoint).digest('hex')
      if (!retired_at) kept.add(endpoint)
      send(response, 200, { id: 's', fingerprint, retired_at })
    }
  }
  return kept
}
