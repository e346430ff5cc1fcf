import type { components } from '../api/schema.d.ts'
import { connect, unwrap } from '../api/client.ts'
import type { Database } from '../db/database.ts'
import { getMeta } from '../db/meta.ts'

export type KnownDevice = components['schemas']['KnownDevice']

/** The devices of this account, the first one first. Throws Offline or ApiError. */
export async function devicesOf(database: Database, origin?: string): Promise<KnownDevice[]> {
  const account = await getMeta(database, 'account')
  return unwrap(await connect(account?.csrf_token, origin).GET('/api/v1/account/devices/'))
}

/** Its session and its reminders end; what lies on it stays there. Throws Offline or ApiError. */
export async function end(database: Database, id: string, origin?: string): Promise<void> {
  const account = await getMeta(database, 'account')
  const path = { device_id: id }
  const ended = await connect(account?.csrf_token, origin).DELETE(
    '/api/v1/account/devices/{device_id}/',
    { params: { path } },
  )
  // 404: it was ended elsewhere in the meantime.
  if (ended.response.status !== 404) unwrap(ended)
}

/** All but this one; each keeps what lies on it. Throws Offline or ApiError. */
export async function endOthers(database: Database, origin?: string): Promise<void> {
  const account = await getMeta(database, 'account')
  const api = connect(account?.csrf_token, origin)
  unwrap(await api.DELETE('/api/v1/account/devices/'))
}
