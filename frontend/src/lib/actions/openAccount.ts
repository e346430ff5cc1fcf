import { endForgotten } from '../auth/leave.ts'
import { phone } from '../db/database.ts'
import { syncSoon } from '../sync/soon.ts'
import { enrol } from '../sync/account.ts'

/** Only after the person agreed to what will go. Throws Offline or ApiError; asking twice is harmless. */
export async function openAccount(): Promise<void> {
  await endForgotten(phone)
  await enrol(phone)
  syncSoon()
}
