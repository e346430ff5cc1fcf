import { phone } from '../db/database.ts'
import { end } from '../sync/devices.ts'

/** Throws Offline or ApiError. */
export function endDevice(id: string): Promise<void> {
  return end(phone, id)
}
