import type { Database } from './database.ts'
import { metaIn, setMeta } from './meta.ts'

/** A tap that led nowhere for so long is no longer what the person means. */
const FRESH_MS = 5 * 60_000

export async function keepTarget(database: Database, path: string, now: Date): Promise<void> {
  await setMeta(database, 'target', { path, at: now.toISOString() })
}

/** Where the last tapped notification leads, once. */
export async function takeTarget(database: Database, now: Date): Promise<string | undefined> {
  return database.write(['meta'], async (tx) => {
    const target = await metaIn(tx, 'target')
    if (!target) return undefined
    await tx.objectStore('meta').delete('target')
    return now.getTime() - Date.parse(target.at) < FRESH_MS ? target.path : undefined
  })
}
