import type { RecordData, ServerRecord } from '../../src/lib/db/types.ts'
import type { SyncAnswer, SyncRequest } from '../../src/lib/sync/protocol.ts'

const SITE = process.env['SITE'] ?? ''

/** One account on a running Thaw. */
export class RealServer {
  readonly #device = crypto.randomUUID()
  #headers: Record<string, string> = { 'Content-Type': 'application/json' }

  async open(): Promise<void> {
    const device = { id: this.#device, label: 'A phone' }
    const body = { locale: 'en', time_zone: 'Europe/Berlin', device }
    const answer = await this.#post('account/', body)
    const { csrf_token } = (await answer.json()) as { csrf_token: string }
    const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0])
    this.#headers = { ...this.#headers, 'X-CSRFToken': csrf_token, Cookie: cookie.join('; ') }
  }

  async sync(request: SyncRequest): Promise<SyncAnswer> {
    const answer = await this.#post('sync/', { ...request, device: this.#device })
    return (await answer.json()) as SyncAnswer
  }

  async live(): Promise<Map<string, RecordData>> {
    const ask = {
      device: this.#device,
      epoch: null,
      cursor: 0,
      limit: 500,
      echo: true,
      changes: [],
    }
    const { records } = await this.sync(ask)
    const rows = (records as ServerRecord[]).filter((row) => !row.deleted)
    return new Map(rows.map(({ id, data }) => [id, data]))
  }

  async #post(path: string, body: unknown): Promise<Response> {
    const headers = this.#headers
    const answer = await fetch(`${SITE}/api/v1/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
}
