import { phone } from '../db/database.ts'
import { devicesOf, type KnownDevice } from '../sync/devices.ts'

export type { KnownDevice }

/** Asked of the server each time. Throws Offline or ApiError. */
export function listDevices(): Promise<KnownDevice[]> {
  return devicesOf(phone)
}
