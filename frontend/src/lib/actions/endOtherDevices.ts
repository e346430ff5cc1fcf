import { phone } from '../db/database.ts'
import { endOthers } from '../sync/devices.ts'

/** All but this one. Throws Offline or ApiError. */
export function endOtherDevices(): Promise<void> {
  return endOthers(phone)
}
