import { setSetting } from './setSetting.ts'

const DAY_MS = 86_400_000

/** No reminder for a day. What for is not recorded. */
export async function setQuietUntil(now = new Date()): Promise<void> {
  await setSetting('quiet_until', new Date(now.getTime() + DAY_MS).toISOString())
}
